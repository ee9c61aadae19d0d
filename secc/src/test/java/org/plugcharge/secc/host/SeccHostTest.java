package org.plugcharge.secc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.MessageHeader;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionSetupRes;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a station does with vehicles that talk nonsense, on real sockets: and the next one charges.
 */
class SeccHostTest {

    private static final int PATIENCE_MILLIS = 60_000;

    private final InetAddress loopback = SeccSettings.addressOf("lo");
    private final SimulatedEvse outlet =
            new SimulatedEvse(SimulatedEvse.HIGH_POWER, "M", InstantSource.system());
    private final List<ChargingEvent> told = new CopyOnWriteArrayList<>();
    private final Secc station = start();

    private Secc start() {
        TestPki pki = TestPki.create(1, Instant.now());
        ServerProfile identity =
                new ServerProfile(
                        List.of(
                                ServerIdentity.of(
                                        pki.chain(Iso2Profile.SECC_LEAF),
                                        pki.key(Iso2Profile.SECC_LEAF),
                                        pki.certificate(Iso2Profile.V2G_ROOT))));
        SeccSettings settings =
                new SeccSettings(
                        loopback,
                        0,
                        TlsPolicy.ALLOW,
                        () -> identity,
                        "DE*PNC*E00001",
                        true,
                        true,
                        false,
                        ContractCheck.CENTRAL,
                        150_000,
                        Duration.ofSeconds(5));
        return Secc.start(settings, outlet, new Everybody());
    }

    private final class Everybody implements Authorizer {
        @Override
        public CompletionStage<Authorization> authorize(
                String evse, Identification identification) {
            return CompletableFuture.completedFuture(new Authorization.Accepted());
        }

        @Override
        public CompletionStage<Bytes> install(String evse, Bytes exiRequest) {
            return CompletableFuture.failedFuture(new IOException("no back end"));
        }

        @Override
        public void tell(String evse, ChargingEvent event) {
            told.add(event);
        }
    }

    @AfterEach
    void stop() {
        station.close();
    }

    /** The first two answers to these datagrams. */
    private List<SdpSecurity> answersTo(Bytes... datagrams) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            for (Bytes datagram : datagrams) {
                socket.send(
                        new DatagramPacket(
                                datagram.toArray(), datagram.length(), station.discovery()));
            }
            return List.of(answer(socket).security(), answer(socket).security());
        }
    }

    private static SdpResponse answer(DatagramSocket socket) throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[100], 100);
        socket.receive(answer);
        Bytes datagram = Bytes.of(Arrays.copyOf(answer.getData(), answer.getLength()));
        return SdpResponse.parse(V2gtpFrame.ofDatagram(datagram).payload());
    }

    private static Bytes request(SdpSecurity security) {
        return new SdpRequest(security, SdpTransport.TCP).frame().encode();
    }

    private SdpResponse discover(SdpSecurity security) throws IOException {
        return SocketCar.discover(station, security);
    }

    private Socket connect(SdpSecurity security) throws IOException {
        Socket socket = new Socket(loopback, discover(security).port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, Bytes exi) throws IOException {
        socket.getOutputStream()
                .write(new V2gtpFrame(PayloadType.EXI_MESSAGE, exi).encode().toArray());
    }

    private static Bytes receive(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] header = in.readNBytes(V2gtpFrame.HEADER_LENGTH);
        assertThat(header).hasSize(V2gtpFrame.HEADER_LENGTH);
        int length = Byte.toUnsignedInt(header[6]) << 8 | Byte.toUnsignedInt(header[7]);
        return Bytes.of(in.readNBytes(length));
    }

    private static SupportedAppProtocolRes negotiate(Socket socket, String namespace)
            throws IOException {
        send(
                socket,
                AppProtocolCodec.encode(
                        new SupportedAppProtocolReq(
                                List.of(new AppProtocol(namespace, 2, 0, 7, 1)))));
        return (SupportedAppProtocolRes) AppProtocolCodec.decode(receive(socket));
    }

    /**
     * supportedAppProtocol and SessionSetup: proof that the station lives and its outlet is free.
     */
    private static void openSession(Socket socket) throws IOException {
        SupportedAppProtocolRes agreed = negotiate(socket, "urn:iso:15118:2:2013:MsgDef");
        assertThat(agreed.responseCode())
                .isEqualTo(AppProtocolResponseCode.OK_SUCCESSFUL_NEGOTIATION);
        assertThat(agreed.schemaId()).isEqualTo(7);
        send(
                socket,
                Iso2Codec.encode(
                        new V2gMessage(
                                new MessageHeader(Bytes.of(new byte[8]), null, null),
                                new Body(new SessionSetupReq(Bytes.fromHex("02aabbccddee"))))));
        assertThat(Iso2Codec.decode(receive(socket)).body().element())
                .isInstanceOfSatisfying(
                        SessionSetupRes.class,
                        answer ->
                                assertThat(answer.responseCode())
                                        .isEqualTo(ResponseCode.OK_NEW_SESSION_ESTABLISHED));
    }

    private static void assertClosed(Socket socket) throws IOException {
        assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }

    private void assertNextSessionWorks() throws Exception {
        for (int i = 0; i < 300; i++) {
            try (Socket next = connect(SdpSecurity.NONE)) {
                openSession(next);
                return;
            } catch (AssertionError | SocketException busy) {
                Thread.sleep(200);
            }
        }
        throw new AssertionError("the next session does not work");
    }

    @Test
    void discoveryAnswersWithThePortForWhatWasAsked() throws Exception {
        assertThat(discover(SdpSecurity.TLS).security()).isEqualTo(SdpSecurity.TLS);
        assertThat(discover(SdpSecurity.NONE).port())
                .isNotEqualTo(discover(SdpSecurity.TLS).port());
    }

    @Test
    void discoveryDropsWhatIsNoRequest() throws Exception {
        for (String hex :
                List.of(
                        "",
                        "01fe9000",
                        "01fe900000000002",
                        "01fe9000000000021100",
                        "01fe90010000000210aa",
                        "ffffffff")) {
            assertThat(
                            answersTo(
                                    Bytes.fromHex(hex),
                                    request(SdpSecurity.NONE),
                                    request(SdpSecurity.TLS)))
                    .as("what is answered is the second and the third, after %s", hex)
                    .containsExactly(SdpSecurity.NONE, SdpSecurity.TLS);
        }
        assertNextSessionWorks();
    }

    @Test
    void aBadHeaderClosesWithoutAnAnswer() throws Exception {
        for (String hex :
                List.of(
                        "02fe800100000004",
                        "01fe8001ffffffff",
                        "474554202f20485454502f312e310d0a")) {
            try (Socket socket = connect(SdpSecurity.NONE)) {
                socket.getOutputStream().write(Bytes.fromHex(hex).toArray());
                assertClosed(socket);
            }
        }
        assertNextSessionWorks();
    }

    @Test
    void octetsThatAreNoMessageCloseTheConnection() throws Exception {
        try (Socket socket = connect(SdpSecurity.NONE)) {
            send(socket, Bytes.fromHex("80ffffffffffffff"));
            assertClosed(socket);
        }
        try (Socket socket = connect(SdpSecurity.NONE)) {
            openSession(socket);
            send(socket, Bytes.fromHex("8098ffffffffffff"));
            assertClosed(socket);
        }
        assertNextSessionWorks();
    }

    @Test
    void aPlainFrameOnTheTlsPortClosesIt() throws Exception {
        try (Socket socket = connect(SdpSecurity.TLS)) {
            send(socket, Bytes.fromHex("8000"));
            assertClosed(socket);
        }
        assertNextSessionWorks();
    }

    @Test
    void noSharedProtocolIsSaid() throws Exception {
        try (Socket socket = connect(SdpSecurity.NONE)) {
            assertThat(negotiate(socket, "urn:example:other").responseCode())
                    .isEqualTo(AppProtocolResponseCode.FAILED_NO_NEGOTIATION);
            assertClosed(socket);
        }
    }

    @Test
    void messagesCutAnywhereArePutTogether() throws Exception {
        try (Socket socket = connect(SdpSecurity.NONE)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            Bytes exi =
                    AppProtocolCodec.encode(
                            new SupportedAppProtocolReq(
                                    List.of(
                                            new AppProtocol(
                                                    "urn:iso:15118:2:2013:MsgDef", 2, 1, 7, 1))));
            for (byte octet : new V2gtpFrame(PayloadType.EXI_MESSAGE, exi).encode().toArray()) {
                out.write(octet);
                out.flush();
            }
            SupportedAppProtocolRes agreed =
                    (SupportedAppProtocolRes) AppProtocolCodec.decode(receive(socket));
            assertThat(agreed.responseCode())
                    .isEqualTo(
                            AppProtocolResponseCode.OK_SUCCESSFUL_NEGOTIATION_WITH_MINOR_DEVIATION);
        }
    }

    @Test
    void oneVehicleAtATime() throws Exception {
        try (Socket first = connect(SdpSecurity.NONE)) {
            openSession(first);
            try (Socket second = connect(SdpSecurity.NONE)) {
                negotiate(second, "urn:iso:15118:2:2013:MsgDef");
                assertClosed(second);
            }
        }
        assertNextSessionWorks();
    }

    @Test
    void aPulledCableEndsTheSession() throws Exception {
        try (Socket socket = connect(SdpSecurity.NONE)) {
            openSession(socket);
            outlet.pilot(ControlPilot.A);
            assertClosed(socket);
        }
        outlet.pilot(ControlPilot.C);
        assertNextSessionWorks();
        assertThat(told).anyMatch(ChargingEvent.Disconnected.class::isInstance);
    }
}
