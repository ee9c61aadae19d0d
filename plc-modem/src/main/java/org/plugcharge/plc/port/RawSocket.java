package org.plugcharge.plc.port;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.MmeCodec;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.NetworkInterface;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/**
 * Management frames (0x88E1) of a network interface behind which a modem is: AF_PACKET of Linux.
 * Frames to other stations, which such a socket also hears, are left out.
 */
public final class RawSocket implements EthernetPort {

    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int ADDRESS_LENGTH = 20;
    private static final int PACKET_OTHERHOST = 3;
    private static final int PACKET_OUTGOING = 4;
    private static final int PACKET_TYPE_AT = 10;

    private final int fd;
    private final MacAddress address;
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment in = arena.allocate(2048);
    private final MemorySegment from = arena.allocate(ADDRESS_LENGTH, 4);
    private final MemorySegment fromLength = arena.allocate(JAVA_INT);

    private RawSocket(int fd, MacAddress address) {
        this.fd = fd;
        this.address = address;
    }

    /** Opens a socket on this interface; needs CAP_NET_RAW. */
    public static RawSocket open(String network) {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new PortException("raw sockets need Linux");
        }
        try {
            NetworkInterface found = NetworkInterface.getByName(network);
            byte[] address = found == null ? null : found.getHardwareAddress();
            if (found == null || address == null) {
                throw new PortException(
                        "interface '" + network + "' has no hardware address, so no modem either");
            }
            return new RawSocket(bound(found.getIndex()), new MacAddress(Bytes.owning(address)));
        } catch (LinuxCalls.Failed e) {
            throw refused(network, e);
        } catch (IOException e) {
            throw new PortException(
                    "interface '" + network + "' can't be looked at: " + e.getMessage());
        }
    }

    private static int bound(int index) throws LinuxCalls.Failed {
        int fd = LinuxCalls.socket(AF_PACKET, SOCK_RAW_CLOEXEC, 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(ADDRESS_LENGTH, 4);
            address.set(JAVA_SHORT, 0, (short) AF_PACKET);
            address.set(JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) MmeCodec.ETHERTYPE);
            address.set(JAVA_INT, 4, index);
            LinuxCalls.bind(fd, address);
            return fd;
        } catch (LinuxCalls.Failed e) {
            LinuxCalls.close(fd);
            throw e;
        }
    }

    private static PortException refused(String network, LinuxCalls.Failed e) {
        return new PortException(
                e.errno() == LinuxCalls.EPERM
                        ? "raw frames on "
                                + network
                                + " need the capability CAP_NET_RAW: run as root, or by systemd"
                                + " with AmbientCapabilities=CAP_NET_RAW"
                        : "no raw socket on " + network + ": " + e.getMessage());
    }

    @Override
    public MacAddress address() {
        return address;
    }

    @Override
    public void send(Bytes frame) {
        try (Arena call = Arena.ofConfined()) {
            LinuxCalls.write(fd, call.allocateFrom(JAVA_BYTE, frame.toArray()));
        } catch (LinuxCalls.Failed e) {
            throw new PortException("a frame could not be sent: " + e.getMessage());
        }
    }

    @Override
    public Optional<Bytes> receive(Duration wait) {
        try {
            if (!LinuxCalls.readable(fd, (int) wait.toMillis())) {
                return Optional.empty();
            }
            fromLength.set(JAVA_INT, 0, ADDRESS_LENGTH);
            int length = LinuxCalls.receive(fd, in, from, fromLength);
            int type = from.get(JAVA_BYTE, PACKET_TYPE_AT);
            return type == PACKET_OUTGOING || type == PACKET_OTHERHOST
                    ? Optional.empty()
                    : Optional.of(Bytes.owning(in.asSlice(0, length).toArray(JAVA_BYTE)));
        } catch (LinuxCalls.Failed e) {
            if (e.errno() == LinuxCalls.EINTR) {
                return Optional.empty();
            }
            throw new PortException("no frame could be received: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            LinuxCalls.close(fd);
        } catch (LinuxCalls.Failed e) {
            throw new PortException("a raw socket could not be closed: " + e.getMessage());
        }
    }
}
