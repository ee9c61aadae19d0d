package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.evcc.session.iso2.Failure;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionSetupRes;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The car's host against a socket that says what it should not. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EvccHostTest {

    private static final Duration ALMOST_TWO_SECONDS = Duration.ofMillis(1_900);
    private static final Bytes HANDSHAKE =
            frame(
                    AppProtocolCodec.encode(
                            new SupportedAppProtocolRes(
                                    AppProtocolResponseCode.OK_SUCCESSFUL_NEGOTIATION, 1)));
    private static final Bytes SETUP =
            frame(
                    Iso2Codec.encode(
                            V2gMessage.of(
                                    Bytes.fromHex("0102030405060708"),
                                    new SessionSetupRes(
                                            ResponseCode.OK_NEW_SESSION_ESTABLISHED,
                                            "DE*PLC*E00001",
                                            null))));

    private ServerSocket server = closed();
    private final Journal journal = new Journal();

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void answersInPiecesOfOneOctetAreUnderstood() throws Exception {
        Ending ending =
                session(socket -> {
                    drip(socket, HANDSHAKE);
                    drip(socket, SETUP);
                    socket.getInputStream().readNBytes(1);
                });
        assertThat(failure(ending)).isInstanceOf(Failure.LinkLost.class);
        assertThat(received()).containsExactly("supportedAppProtocolRes", "SessionSetupRes");
    }

    @Test
    void twoAnswersInOnePieceAreOneTooMany() throws Exception {
        Ending ending = session(socket -> write(socket, HANDSHAKE.plus(SETUP).plus(SETUP)));
        assertThat(failure(ending)).isInstanceOf(Failure.Unexpected.class);
    }

    @Test
    void noiseIsNoFrame() throws Exception {
        Ending ending =
                session(socket -> write(socket, Bytes.fromHex("474554202f20485454502f312e310d0a")));
        assertThat(failure(ending))
                .isInstanceOfSatisfying(
                        Failure.Garbled.class,
                        garbled -> assertThat(garbled.reason()).contains("01 FE"));
    }

    @Test
    void enormousFrameIsRefusedByItsHeader() throws Exception {
        Ending ending = session(socket -> write(socket, Bytes.fromHex("01fe80017fffffff")));
        assertThat(failure(ending)).isInstanceOf(Failure.Garbled.class);
    }

    @Test
    void frameThatIsNoMessageEndsTheSessionWithBitAndElement() throws Exception {
        Ending ending =
                session(socket -> {
                    write(socket, HANDSHAKE);
                    write(socket, frame(Bytes.fromHex("809802112233445566778f")));
                });
        assertThat(failure(ending))
                .isInstanceOfSatisfying(
                        Failure.Garbled.class,
                        garbled -> assertThat(garbled.reason()).contains("bit"));
    }

    @Test
    void frameOfUnknownTypeIsPassedOver() throws Exception { // [V2G2-800]
        Ending ending =
                session(socket -> {
                    write(socket, Bytes.fromHex("01fea00000000001ff"));
                    write(socket, HANDSHAKE);
                    socket.getInputStream().readNBytes(1);
                });
        assertThat(failure(ending)).isInstanceOf(Failure.LinkLost.class);
        assertThat(received()).containsExactly("supportedAppProtocolRes");
    }

    @Test
    void silenceEndsTheSessionAfterTwoSeconds() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        long start = System.nanoTime();
        Ending ending = session(plan(), socket -> ended.await(60, TimeUnit.SECONDS), ended);
        assertThat(failure(ending))
                .isEqualTo(new Failure.NoAnswer("supportedAppProtocolRes", Duration.ofSeconds(2)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(ALMOST_TWO_SECONDS);
    }

    @Test
    void handshakeWhereAMessageIsDueIsNone() throws Exception {
        Ending ending = session(socket -> write(socket, HANDSHAKE.plus(HANDSHAKE)));
        assertThat(failure(ending)).isInstanceOf(Failure.Garbled.class);
    }

    @Test
    void everyMessageIsInTheJournalWithItsOctets() throws Exception {
        session(socket -> {
            write(socket, HANDSHAKE);
            write(socket, SETUP);
        });
        assertThat(journal.entries())
                .filteredOn(entry ->
                        entry.kind() == JournalEntry.Kind.SENT
                                || entry.kind() == JournalEntry.Kind.RECEIVED)
                .allSatisfy(entry -> assertThat(entry.octets()).isPresent())
                .extracting(JournalEntry::text)
                .startsWith(
                        "supportedAppProtocolReq",
                        "supportedAppProtocolRes",
                        "SessionSetupReq",
                        "SessionSetupRes");
    }

    @Test
    void stationThatRefusesConnectionsIsNamed() throws Exception {
        try (Socket silent =
                new Socket()) { // has a port, which nobody else can get, and listens not
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            InetSocketAddress nobody = (InetSocketAddress) silent.getLocalSocketAddress();
            assertThatThrownBy(() -> Link.plain(nobody))
                    .isInstanceOf(CarException.class)
                    .hasMessageContaining(Integer.toString(nobody.getPort()));
        }
    }

    @Test
    void stopFromAnotherThreadIsHeard() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        List<Phase> phases = new ArrayList<>();
        Thread station =
                Thread.ofVirtual()
                        .start(() ->
                                serve(socket -> {
                                    write(socket, HANDSHAKE);
                                    write(socket, SETUP);
                                    ended.await(60, TimeUnit.SECONDS);
                                }));
        try (Link link = Link.plain((InetSocketAddress) server.getLocalSocketAddress())) {
            EvccHost[] host = new EvccHost[1];
            SessionListener listener =
                    new SessionListener() {
                        @Override
                        public void entered(Phase phase) {
                            phases.add(phase);
                            if (phase == Phase.SERVICES) {
                                host[0].unplug();
                            }
                        }
                    };
            host[0] =
                    new EvccHost(
                            patient(), link, CarKeys.NONE, CarBody.SIMULATED, listener, journal);
            assertThat(failure(host[0].run())).isInstanceOf(Failure.Unplugged.class);
        } finally {
            ended.countDown();
            station.join();
        }
        assertThat(phases)
                .containsExactly(
                        Phase.NEGOTIATION, Phase.SESSION_SETUP, Phase.SERVICES, Phase.DONE);
    }

    /** What a bad station does with a connection. */
    private interface Script {
        void play(Socket socket) throws Exception;
    }

    private Ending session(Script script) throws Exception {
        return session(patient(), script, new CountDownLatch(1));
    }

    private Ending session(VehiclePlan plan, Script script, CountDownLatch ended) throws Exception {
        Thread station = Thread.ofVirtual().start(() -> serve(script));
        try (Link link = Link.plain((InetSocketAddress) server.getLocalSocketAddress())) {
            return new EvccHost(
                            plan,
                            link,
                            CarKeys.NONE,
                            CarBody.SIMULATED,
                            SessionListener.SILENT,
                            journal)
                    .run();
        } finally {
            ended.countDown();
            station.join();
        }
    }

    private void serve(Script script) {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            script.play(socket);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (Exception e) {
            // The car has gone; what counts is how the car saw it.
        }
    }

    private static void drip(Socket socket, Bytes octets) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (int i = 0; i < octets.length(); i++) {
            out.write(octets.at(i));
            out.flush();
        }
    }

    private static void write(Socket socket, Bytes octets) throws IOException {
        socket.getOutputStream().write(octets.toArray());
    }

    private static Bytes frame(Bytes exi) {
        return new V2gtpFrame(PayloadType.EXI_MESSAGE, exi).encode();
    }

    private static VehiclePlan plan() {
        return VehiclePlan.externalPayment(
                Bytes.fromHex("020000000001"), Battery.at(BatterySpec.CAR_400_V, 20), 3);
    }

    /** Waits for a station that a busy machine keeps from answering. */
    private static VehiclePlan patient() {
        return plan().paced(new Pace(Duration.ofMillis(5), Duration.ofMillis(20), 40));
    }

    private static Failure failure(Ending ending) {
        return (Failure) ((Ending.Failed) ending).failure();
    }

    private List<String> received() {
        return journal.entries().stream()
                .filter(entry -> entry.kind() == JournalEntry.Kind.RECEIVED)
                .map(JournalEntry::text)
                .toList();
    }

    private static ServerSocket closed() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
