package org.plugcharge.evcc.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.SdpClient;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Discovery as the cases of ISO 15118-4 have it, at a station that is made of datagrams. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DiscoveryConformanceHostTest {

    private static final Bytes ANSWER =
            new SdpResponse(
                            Bytes.fromHex("00000000000000000000000000000001"),
                            50_000,
                            SdpSecurity.TLS,
                            SdpTransport.TCP)
                    .frame()
                    .encode();

    private final List<Bytes> asked = new CopyOnWriteArrayList<>();
    private NetworkInterface loopback = loopback();
    private DatagramSocket station = open();

    /** What the station does with a question. */
    private interface Manner {
        List<Bytes> answers(int number);
    }

    private static NetworkInterface loopback() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(DiscoveryConformanceHostTest::isLoopback)
                    .findFirst()
                    .orElseThrow();
        } catch (SocketException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isLoopback(NetworkInterface network) {
        try {
            return network.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    private static DatagramSocket open() {
        try {
            return new DatagramSocket(new InetSocketAddress("::", 0));
        } catch (SocketException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void begin() {
        asked.clear();
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void serve(Manner manner) {
        Thread.ofVirtual()
                .start(() -> {
                    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                    try {
                        while (true) {
                            packet.setLength(100);
                            station.receive(packet);
                            asked.add(
                                    Bytes.of(Arrays.copyOf(packet.getData(), packet.getLength())));
                            for (Bytes answer : manner.answers(asked.size())) {
                                byte[] octets = answer.toArray();
                                station.send(
                                        new DatagramPacket(
                                                octets, octets.length, packet.getSocketAddress()));
                            }
                        }
                    } catch (IOException closed) {
                        // the test is over
                    }
                });
    }

    private SdpClient.Found find(SdpSecurity security) {
        return SdpClient.find(loopback, station.getLocalPort(), security, _ -> {});
    }

    @Test
    void theRequestAsksForWhatTheCarMayUse() {
        serve(_ -> List.of(ANSWER));
        SdpClient.Found found = find(SdpSecurity.TLS);
        find(SdpSecurity.NONE);
        assertThat(asked.stream().distinct()) // who waits 250 ms for the answer asks again
                .containsExactly(
                        Bytes.fromHex("01fe9000000000020000"), // version, type, length; TLS, TCP
                        Bytes.fromHex("01fe9000000000021000"));
        assertThat(found.response().port()).isEqualTo(50_000);
    }

    /** Wrong version, inverse version, type, length, and the car's own question. */
    @Test
    void anAnswerThatIsNoneIsPassedOver() {
        List<Bytes> wrong =
                List.of(
                        changed(0, 0xff),
                        changed(1, 0xff),
                        changed(2, 0x70),
                        changed(7, 0),
                        Bytes.fromHex("01fe9000000000020000"));
        serve(number -> number <= wrong.size() ? List.of(wrong.get(number - 1)) : List.of(ANSWER));
        SdpClient.Found found = find(SdpSecurity.TLS);
        assertThat(found.tries()).isGreaterThan(wrong.size());
        assertThat(found.response().frame().encode()).isEqualTo(ANSWER);
    }

    private static Bytes changed(int index, int octet) {
        byte[] octets = ANSWER.toArray();
        octets[index] = (byte) octet;
        return Bytes.of(octets);
    }

    /** The answer to an earlier question counts, and so does one of two. */
    @Test
    void aLateAnswerIsStillGood() {
        serve(number -> number < 3 ? List.of() : List.of(ANSWER, ANSWER));
        SdpClient.Found found = find(SdpSecurity.TLS);
        assertThat(found.tries()).isGreaterThanOrEqualTo(3);
        assertThat(found.address().getPort()).isEqualTo(50_000);
    }

    /** [V2G2-161] */
    @Test
    void fiftyRequestsAndNoMore() throws Exception {
        serve(_ -> List.of());
        assertThatThrownBy(() -> find(SdpSecurity.TLS)).isInstanceOf(CarException.class);
        Bytes last = Bytes.fromHex("ff");
        try (DatagramSocket behind = new DatagramSocket()) {
            behind.send(
                    new DatagramPacket(
                            last.toArray(), 1, SdpClient.target(loopback, station.getLocalPort())));
        }
        while (!asked.contains(last)) {
            Thread.sleep(5);
        }
        assertThat(asked).hasSize(51);
    }
}
