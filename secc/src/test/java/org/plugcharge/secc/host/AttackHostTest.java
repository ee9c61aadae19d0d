package org.plugcharge.secc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.certs.tls.TlsEngine;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The rows of the attack table that need sockets: and the next vehicle charges. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class AttackHostTest {

    private final TestStation back = new TestStation();
    private final AtomicReference<ServerProfile> identity =
            new AtomicReference<>(TestStation.IDENTITY);
    private Secc station = start(TlsPolicy.ALLOW);

    private Secc start(TlsPolicy policy) {
        SeccSettings usual = TestStation.settings(policy);
        return Secc.start(
                new SeccSettings(
                        usual.address(),
                        0,
                        policy,
                        identity::get,
                        usual.evseId(),
                        true,
                        true,
                        false,
                        usual.contractCheck(),
                        usual.offeredWatts(),
                        usual.meterInterval()),
                back.evse,
                back);
    }

    private void restart(TlsPolicy policy) {
        station.close();
        station = start(policy);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private void assertNextSessionWorks(boolean encrypted) throws Exception {
        awaitFree();
        try (SocketCar next = encrypted ? SocketCar.secured(station) : SocketCar.plain(station)) {
            next.drive(Road.TO_POWER);
            assertThat(next.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
        }
        awaitFree();
        assertThat(back.evse.reading().contactor()).isEqualTo(Contactor.OPEN);
    }

    private void awaitFree() throws InterruptedException {
        for (int i = 0; i < 6_000 && station.inSession(); i++) {
            Thread.sleep(10);
        }
        assertThat(station.inSession()).as("the connector is free").isFalse();
    }

    /** Row 8: a station that wants TLS says so to who asks for none, and has no other door. */
    @Test
    void row08ATlsOnlyStationAnswersTlsAndRefusesPlainTcp() throws Exception {
        restart(TlsPolicy.FORCE);
        assertThat(SocketCar.discover(station, SdpSecurity.NONE).security())
                .isEqualTo(SdpSecurity.TLS);
        assertThat(SocketCar.discover(station, SdpSecurity.NONE).port())
                .isEqualTo(SocketCar.discover(station, SdpSecurity.TLS).port());
        try (SocketCar stripped = SocketCar.plain(station)) {
            stripped.send(Road.negotiation());
            assertThat(stripped.closedByStation()).isTrue();
        }
        assertThat(station.inSession()).isFalse();
        assertNextSessionWorks(true);
    }

    /** Row 8: TLS asked, none there: the answer is none, not silence. [V2G2-627] */
    @Test
    void row08AStationWithoutTlsSaysSo() throws Exception {
        restart(TlsPolicy.PROHIBIT);
        assertThat(SocketCar.discover(station, SdpSecurity.TLS).security())
                .isEqualTo(SdpSecurity.NONE);
        assertNextSessionWorks(false);
    }

    /** Row 8: who may choose gets what was asked for. [V2G2-626] */
    @Test
    void row08AStationThatAllowsBothAnswersWhatWasAsked() throws Exception {
        for (SdpSecurity asked : SdpSecurity.values()) {
            assertThat(SocketCar.discover(station, asked).security()).isEqualTo(asked);
        }
        assertNextSessionWorks(true);
    }

    /** Row 19: ten thousand requests from one source; the session of another goes on. */
    @Test
    void row19AFloodOfDiscoveryIsAnsweredSparinglyAndDisturbsNobody() throws Exception {
        byte[] question =
                new SdpRequest(SdpSecurity.TLS, SdpTransport.TCP).frame().encode().toArray();
        try (SocketCar charging = SocketCar.secured(station).drive(Road.TO_POWER);
                DatagramSocket flood =
                        new DatagramSocket(
                                new InetSocketAddress(station.discovery().getAddress(), 0))) {
            long begin = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                flood.send(new DatagramPacket(question, question.length, station.discovery()));
                if (i % 1_000 == 0) {
                    assertThat(charging.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
                }
            }
            flood.setSoTimeout(20_000);
            flood.receive(new DatagramPacket(new byte[64], 64));
            int answers = 1 + untilSilence(flood);
            long seconds = 1 + Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            assertThat(answers)
                    .isLessThanOrEqualTo((int) (SdpLimit.BURST + SdpLimit.PER_SECOND * seconds));
            assertThat(charging.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
        }
        assertNextSessionWorks(true);
    }

    private static int untilSilence(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(200);
        int heard = 0;
        try {
            while (true) {
                socket.receive(new DatagramPacket(new byte[64], 64));
                heard++;
            }
        } catch (java.net.SocketTimeoutException silence) {
            return heard;
        }
    }

    /** Row 20: two thousand who connect and say nothing, half of them to the TLS port. */
    @Test
    void row20TwoThousandSilentSocketsKeepNobodyOut() throws Exception {
        List<Socket> silent = new ArrayList<>();
        int plain = SocketCar.discover(station, SdpSecurity.NONE).port();
        int tls = SocketCar.discover(station, SdpSecurity.TLS).port();
        try {
            for (int i = 0; i < 2_000; i++) {
                silent.add(new Socket(station.discovery().getAddress(), i % 2 == 0 ? plain : tls));
            }
            awaitSentAway(silent);
            assertNextSessionWorks(true);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        assertNextSessionWorks(false);
    }

    /** Until the station has met all of them: who waits to be met may yet push out a newer one. */
    private static void awaitSentAway(List<Socket> silent) throws Exception {
        List<Socket> open = new ArrayList<>(silent);
        while (open.size() > Connections.PER_SOURCE) {
            open.removeIf(AttackHostTest::isClosedByStation);
        }
    }

    private static boolean isClosedByStation(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Row 20: half a header, then nothing: no session is disturbed by it. */
    @Test
    void row20HalfAHeaderHoldsNothingUp() throws Exception {
        try (SocketCar slow = SocketCar.plain(station);
                SocketCar charging = SocketCar.secured(station).drive(Road.TO_POWER)) {
            for (byte octet : Bytes.fromHex("01fe8001").toArray()) {
                slow.send(Bytes.of(octet));
                assertThat(charging.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            }
            for (int i = 0; i < 3 * Connections.PER_SOURCE; i++) {
                SocketCar.plain(station).close();
            }
            assertThat(charging.ask(Road.DEMAND))
                    .as("a session is not sent away for those who come")
                    .isInstanceOf(CurrentDemandRes.class);
        }
        assertNextSessionWorks(true);
    }

    /** Row 20: a vehicle that asks and asks and never reads is not written to without end. */
    @Test
    void row20AVehicleThatDoesNotReadIsLeft() throws Exception {
        try (Socket deaf = SocketCar.connect(station, SdpSecurity.NONE)) {
            deaf.setReceiveBufferSize(4_096);
            Bytes many = Road.negotiation();
            for (int i = 0; i < 500; i++) {
                many = many.plus(Road.request(Road.NO_SESSION, Road.SETUP));
            }
            byte[] octets = many.toArray();
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 10_000; i++) {
                                    deaf.getOutputStream().write(octets);
                                }
                            })
                    .isInstanceOf(IOException.class);
        }
        assertNextSessionWorks(true);
    }

    /** Recovery: TLS cut after any octet a vehicle sends, in both flights. */
    @Test
    void aHandshakeCutAfterAnyOctetLeavesTheStationReady() throws Exception {
        int port = SocketCar.discover(station, SdpSecurity.TLS).port();
        byte[] hello = SocketCar.client().output();
        for (int cut = 0; cut < hello.length; cut++) {
            try (Socket socket = new Socket(station.discovery().getAddress(), port)) {
                socket.getOutputStream().write(hello, 0, cut);
            }
        }
        assertNextSessionWorks(true);
        int sent = secondFlightCutAfter(port, Integer.MAX_VALUE);
        assertThat(sent).as("key exchange, change cipher spec, finished").isGreaterThan(70);
        for (int cut = 0; cut < sent; cut += 3) {
            secondFlightCutAfter(port, cut);
        }
        assertNextSessionWorks(true);
    }

    /** How many octets the second flight has; of them {@code cut} are sent at most. */
    private int secondFlightCutAfter(int port, int cut) throws IOException {
        TlsEngine client = SocketCar.client();
        byte[] buffer = new byte[16_384];
        try (Socket socket = new Socket(station.discovery().getAddress(), port)) {
            socket.getOutputStream().write(client.output());
            byte[] flight = new byte[0];
            while (flight.length == 0) {
                int length = socket.getInputStream().read(buffer);
                assertThat(length).isPositive();
                client.receive(buffer, 0, length);
                flight = client.output();
            }
            socket.getOutputStream().write(flight, 0, Math.min(cut, flight.length));
            return flight.length;
        }
    }

    /** Recovery: the socket is gone in the loop; contactor open, and charging again within 5 s. */
    @Test
    void aConnectionLostInTheLoopOpensTheContactorAndTheNextCharges() throws Exception {
        for (boolean abortively : new boolean[] {false, true}) {
            Socket raw = SocketCar.connect(station, SdpSecurity.NONE);
            raw.close();
            try (SocketCar charging = SocketCar.secured(station).drive(Road.TO_POWER)) {
                assertThat(back.evse.reading().contactor()).isEqualTo(Contactor.CLOSED);
                if (abortively) {
                    charging.abort();
                }
            }
            long lost = System.nanoTime();
            awaitFree();
            assertThat(back.evse.reading().contactor()).isEqualTo(Contactor.OPEN);
            assertThat(Duration.ofNanos(System.nanoTime() - lost))
                    .as("ready again")
                    .isLessThan(Duration.ofSeconds(15));
        }
        assertNextSessionWorks(true);
    }

    /** Recovery: a vehicle whose link died comes again before the old connection is missed. */
    @Test
    void aVehicleThatComesAgainTakesThePlaceItLeft() throws Exception {
        while (!keptOutByASessionThatLives()) {
            awaitFree();
        }
        awaitFree();
        try (SocketCar halfOpen = SocketCar.secured(station).drive(Road.TO_POWER)) {
            Thread.sleep(2_700);
            try (SocketCar again = SocketCar.secured(station)) {
                again.drive(List.of(Road.SETUP, Road.SERVICES));
                assertThat(back.evse.reading().contactor()).isEqualTo(Contactor.OPEN);
            }
            assertThat(halfOpen.closedByStation()).isTrue();
        }
        assertNextSessionWorks(true);
    }

    /** False if the machine was so slow that the session was none any more. */
    private boolean keptOutByASessionThatLives() throws Exception {
        try (SocketCar charging = SocketCar.secured(station).drive(Road.TO_POWER);
                SocketCar tooSoon = SocketCar.secured(station)) {
            long heard = System.nanoTime();
            charging.ask(Road.DEMAND);
            tooSoon.negotiate();
            if (System.nanoTime() - heard > 2_000_000_000L) {
                return false;
            }
            assertThat(tooSoon.closedByStation()).as("one session at a time").isTrue();
            assertThat(charging.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            return true;
        }
    }

    /** The next leaf is shown to the next vehicle; the session there is goes on. */
    @Test
    void aLeafIsChangedUnderASession() throws Exception {
        TestPki next = TestPki.create(2, Instant.now());
        try (SocketCar charging = SocketCar.secured(station).drive(Road.TO_POWER)) {
            identity.set(TestStation.profile(next));
            assertThat(charging.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            try (SocketCar other = SocketCar.secured(station)) {
                assertThat(other.leaf())
                        .isEqualTo(identity.get().identities().getFirst().chain().leaf())
                        .isNotEqualTo(charging.leaf());
            }
            assertThat(charging.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
        }
        assertNextSessionWorks(true);
    }

    @Test
    void aClosedStationHasNoDoors() throws Exception {
        int port = SocketCar.discover(station, SdpSecurity.NONE).port();
        station.close();
        assertThatThrownBy(() -> new Socket(station.discovery().getAddress(), port))
                .isInstanceOf(ConnectException.class);
    }
}
