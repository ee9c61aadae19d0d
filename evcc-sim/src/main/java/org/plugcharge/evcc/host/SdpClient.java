package org.plugcharge.evcc.host;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;
import org.plugcharge.v2g.v2gtp.V2gtpException;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds a station on one interface: up to 50 questions, 250 ms apart [V2G2-159] [V2G2-161].
 *
 * <p>The question goes to ff02::1, port 15118. On a loopback interface, where IPv6 multicast is not
 * routed, the same datagram goes to ::1, and to 127.0.0.1 where the machine has no IPv6. Answers
 * that are none are passed over.
 */
public final class SdpClient {

    private static final int TRIES = 50;
    private static final int WAIT_MILLIS = 250;
    private static final int MAX_DATAGRAM = 2048;

    private SdpClient() {}

    /** A station's answer, with the address to connect to. */
    public record Found(SdpResponse response, InetSocketAddress address, int tries) {}

    /**
     * Asks until a station answers; {@link CarException} if none does or the interface cannot be
     * used.
     */
    public static Found find(NetworkInterface network, SdpSecurity security, Consumer<String> log) {
        return find(network, SdpRequest.PORT, security, log, Wiretap.NONE);
    }

    /** The same at another port, for a station on this machine. */
    public static Found find(
            NetworkInterface network, int port, SdpSecurity security, Consumer<String> log) {
        return find(network, port, security, log, Wiretap.NONE);
    }

    /** The same, heard by {@code tap}. */
    public static Found find(
            NetworkInterface network,
            int port,
            SdpSecurity security,
            Consumer<String> log,
            Wiretap tap) {
        try {
            try (DatagramSocket socket = socket(network)) {
                return ask(socket, target(network, port), network, security, log, tap);
            }
        } catch (IOException e) {
            throw new CarException("SDP on " + network.getName() + " failed: " + e.getMessage(), e);
        }
    }

    /** A socket for discovery on this interface, at a port of the system's choice. */
    public static DatagramSocket socket(NetworkInterface network) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(ownAddress(network), 0));
        if (!network.isLoopback()) {
            socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
        }
        return socket;
    }

    /** Where questions go on this interface. */
    public static InetSocketAddress target(NetworkInterface network, int port) throws IOException {
        return new InetSocketAddress(target(network, ownAddress(network)), port);
    }

    private static Found ask(
            DatagramSocket socket,
            InetSocketAddress target,
            NetworkInterface network,
            SdpSecurity security,
            Consumer<String> log,
            Wiretap tap)
            throws IOException {
        byte[] request = new SdpRequest(security, SdpTransport.TCP).frame().encode().toArray();
        DatagramPacket question = new DatagramPacket(request, request.length, target);
        log.accept(
                "SDP to "
                        + target.getAddress().getHostAddress()
                        + " port "
                        + target.getPort()
                        + ", security "
                        + security);
        for (int i = 1; i <= TRIES; i++) {
            tap.datagram(own(socket), target, Bytes.owning(request.clone()));
            socket.send(question);
            Optional<SdpResponse> answer = await(socket, network, log, tap);
            if (answer.isPresent()) {
                return new Found(answer.get(), address(answer.get(), network), i);
            }
        }
        throw new CarException(
                "no station answered on "
                        + network.getName()
                        + " within "
                        + TRIES * WAIT_MILLIS / 1000.0
                        + " s; is one running there?");
    }

    private static InetSocketAddress own(DatagramSocket socket) {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private static Optional<SdpResponse> await(
            DatagramSocket socket, NetworkInterface network, Consumer<String> log, Wiretap tap)
            throws IOException {
        long deadline = System.nanoTime() + WAIT_MILLIS * 1_000_000L;
        DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
        while (true) {
            int left = (int) ((deadline - System.nanoTime()) / 1_000_000);
            if (left <= 0) {
                return Optional.empty();
            }
            socket.setSoTimeout(left);
            try {
                packet.setLength(MAX_DATAGRAM);
                socket.receive(packet);
                tap.datagram(
                        (InetSocketAddress) packet.getSocketAddress(), own(socket), octets(packet));
                SdpResponse answer = parse(packet);
                if (onThisLink(InetAddress.getByAddress(answer.address().toArray()), network)) {
                    return Optional.of(answer);
                }
                log.accept("an SDP answer that leads elsewhere is ignored: " + answer);
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            } catch (V2gtpException e) {
                log.accept(
                        "no SDP answer from "
                                + packet.getAddress().getHostAddress()
                                + ": "
                                + e.getMessage());
            }
        }
    }

    /** A station that is on the cable has a link-local address; nobody sends a car elsewhere. */
    private static boolean onThisLink(InetAddress address, NetworkInterface network)
            throws IOException {
        return network.isLoopback()
                ? address.isLoopbackAddress()
                : address instanceof Inet6Address && address.isLinkLocalAddress();
    }

    private static SdpResponse parse(DatagramPacket packet) {
        V2gtpFrame frame = V2gtpFrame.ofDatagram(octets(packet));
        if (frame.type() != PayloadType.SDP_RESPONSE) {
            // Our own question comes back where multicast is looped; anything else is nobody's
            // answer.
            return SdpResponse.parse(Bytes.EMPTY);
        }
        return SdpResponse.parse(frame.payload());
    }

    private static Bytes octets(DatagramPacket packet) {
        return Bytes.of(packet.getData(), packet.getOffset(), packet.getLength());
    }

    private static InetSocketAddress address(SdpResponse response, NetworkInterface network)
            throws UnknownHostException {
        byte[] octets = response.address().toArray();
        InetAddress address = InetAddress.getByAddress(octets);
        if (address.isLinkLocalAddress()) {
            address = Inet6Address.getByAddress(null, octets, network);
        }
        return new InetSocketAddress(address, response.port());
    }

    private static InetAddress target(NetworkInterface network, InetAddress own)
            throws IOException {
        if (network.isLoopback()) {
            return own;
        }
        return Inet6Address.getByAddress(
                null, InetAddress.getByName("ff02::1").getAddress(), network);
    }

    /** The link-local IPv6 address of the interface; on loopback ::1, or 127.0.0.1 without IPv6. */
    private static InetAddress ownAddress(NetworkInterface network) throws IOException {
        if (!network.isUp()) {
            throw new CarException(
                    "interface "
                            + network.getName()
                            + " is down: ip link set "
                            + network.getName()
                            + " up");
        }
        if (network.isLoopback()) {
            return network.inetAddresses()
                    .filter(Inet6Address.class::isInstance)
                    .findFirst()
                    .orElseGet(InetAddress::getLoopbackAddress);
        }
        return network.inetAddresses()
                .filter(InetAddress::isLinkLocalAddress)
                .filter(Inet6Address.class::isInstance)
                .findFirst()
                .orElseThrow(() ->
                        new CarException(
                                "interface "
                                        + network.getName()
                                        + " has no link-local IPv6 address; is IPv6 switched off"
                                        + " there?"));
    }
}
