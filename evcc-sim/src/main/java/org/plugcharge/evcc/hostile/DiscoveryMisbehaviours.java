package org.plugcharge.evcc.hostile;

import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.SdpClient;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a car can do wrong in discovery. */
final class DiscoveryMisbehaviours {

    private static final int FLOOD = 5_000;
    private static final Duration WAIT = Duration.ofMillis(300);

    private DiscoveryMisbehaviours() {}

    static List<Misbehaviour> all() {
        return List.of(
                Misbehaviour.of(
                                "sdp-flood",
                                "asks "
                                        + FLOOD
                                        + " times for a station without a pause, and then as it"
                                        + " should",
                                Demand.undisturbed(),
                                DiscoveryMisbehaviours::flood)
                        .rows(19),
                sdp("sdp-unknown-security", "asks for a kind of security nobody knows", "0700"),
                sdp("sdp-short", "asks with half a question", "00"),
                sdp("sdp-long", "asks with a long question", "00".repeat(600)),
                sdp("sdp-udp", "asks for a session over UDP", "0010"));
    }

    private static Misbehaviour sdp(String name, String does, String payload) {
        return Misbehaviour.of(
                        name,
                        does,
                        Demand.unanswered(),
                        target -> List.of(ask(target, frame(payload))))
                .rows(19);
    }

    private static Bytes frame(String payload) {
        Bytes octets = Bytes.fromHex(payload);
        return Bytes.fromHex("01fe9000%08x".formatted(octets.length())).plus(octets);
    }

    private static Reaction ask(Target target, Bytes question) throws NotReached {
        try (DatagramSocket socket = SdpClient.socket(target.network())) {
            socket.setSoTimeout(target.millis(WAIT));
            long start = System.nanoTime();
            socket.send(datagram(target, question));
            socket.receive(new DatagramPacket(new byte[1_024], 1_024));
            return new Reaction.Answered("SDP request", "SDP response", target.since(start));
        } catch (SocketTimeoutException e) {
            return new Reaction.Silent(WAIT);
        } catch (IOException e) {
            throw new NotReached("SDP failed: " + e.getMessage());
        }
    }

    private static DatagramPacket datagram(Target target, Bytes octets) throws IOException {
        InetSocketAddress to = SdpClient.target(target.network(), target.discoveryPort());
        return new DatagramPacket(octets.toArray(), octets.length(), to);
    }

    private static List<Reaction> flood(Target target) throws NotReached {
        Bytes question = new SdpRequest(SdpSecurity.NONE, SdpTransport.TCP).frame().encode();
        List<Reaction> reactions = new ArrayList<>();
        try (DatagramSocket socket = SdpClient.socket(target.network())) {
            DatagramPacket datagram = datagram(target, question);
            for (int i = 0; i < FLOOD; i++) {
                socket.send(datagram);
            }
        } catch (IOException e) {
            throw new NotReached("SDP failed: " + e.getMessage());
        }
        long start = System.nanoTime();
        try {
            reactions.add(
                    new Reaction.Answered(
                            "SDP request",
                            target.find(SdpSecurity.NONE).response(),
                            target.since(start)));
        } catch (CarException e) {
            reactions.add(new Reaction.Gibberish(String.valueOf(e.getMessage())));
        }
        return reactions;
    }
}
