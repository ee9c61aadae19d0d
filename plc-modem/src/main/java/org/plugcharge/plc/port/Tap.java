package org.plugcharge.plc.port;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.MacAddress;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A network interface whose cable ends in this process: what the system sends on it is received
 * here. It is gone when the port is closed.
 */
public final class Tap implements EthernetPort {

    private static final int O_RDWR_CLOEXEC = 2 | 0x80000;
    private static final long TUNSETIFF = 0x400454caL;
    private static final long SIOCGIFHWADDR = 0x8927L;
    private static final short IFF_TAP_NO_PI = 0x1002;
    private static final int NAME_LENGTH = 15;
    private static final int REQUEST_LENGTH = 40;
    private static final int FLAGS_AT = 16;
    private static final int HARDWARE_ADDRESS_AT = 18;

    private final int fd;
    private final String name;
    private final MacAddress address;
    private final MemorySegment in = Arena.ofAuto().allocate(2048);

    private Tap(int fd, String name, MacAddress address) {
        this.fd = fd;
        this.name = name;
        this.address = address;
    }

    /** Makes an interface of this name, at most 15 octets; needs CAP_NET_ADMIN. */
    public static Tap open(String name) {
        if (name.isEmpty() || name.length() > NAME_LENGTH) {
            throw new PortException("expected an interface name of 1 to 15 letters, got " + name);
        }
        try {
            return named(LinuxCalls.open("/dev/net/tun", O_RDWR_CLOEXEC), name);
        } catch (LinuxCalls.Failed e) {
            throw new PortException(
                    "no TAP interface "
                            + name
                            + " could be made ("
                            + e.getMessage()
                            + "); it needs /dev/net/tun and the capability CAP_NET_ADMIN");
        }
    }

    private static Tap named(int fd, String name) throws LinuxCalls.Failed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(REQUEST_LENGTH, 8);
            MemorySegment.copy(
                    name.getBytes(StandardCharsets.US_ASCII),
                    0,
                    request,
                    JAVA_BYTE,
                    0,
                    name.length());
            request.set(JAVA_SHORT, FLAGS_AT, IFF_TAP_NO_PI);
            LinuxCalls.ioctl(fd, TUNSETIFF, request);
            LinuxCalls.ioctl(fd, SIOCGIFHWADDR, request);
            byte[] address = request.asSlice(HARDWARE_ADDRESS_AT, 6).toArray(JAVA_BYTE);
            return new Tap(fd, name, new MacAddress(Bytes.owning(address)));
        } catch (LinuxCalls.Failed e) {
            LinuxCalls.close(fd);
            throw e;
        }
    }

    /** The interface's name. */
    public String name() {
        return name;
    }

    /** The address of the interface, which is that of the host behind it. */
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
            int length = LinuxCalls.read(fd, in);
            return Optional.of(Bytes.owning(in.asSlice(0, length).toArray(JAVA_BYTE)));
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
            throw new PortException(
                    "interface " + name + " could not be closed: " + e.getMessage());
        }
    }
}
