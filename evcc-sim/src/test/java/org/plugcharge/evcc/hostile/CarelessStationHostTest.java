package org.plugcharge.evcc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.evcc.hostile.Finding.Verdict;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.Din70121Namespaces;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.ChargeService;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentOptionList;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.ServiceCategory;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionSetupRes;
import org.plugcharge.v2g.iso2.SupportedEnergyTransferMode;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The same misbehaviours at a station that takes everything: what is demanded must be missed, or
 * the demands demand nothing.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class CarelessStationHostTest {

    @Test
    void carelessStationFails() throws Exception {
        try (Careless station = new Careless()) {
            Trials trials = new Trials(station.target());
            for (String name :
                    List.of(
                            "no-setup",
                            "setup-again",
                            "replayed-request",
                            "wrong-session",
                            "zero-session",
                            "short-session",
                            "wrong-order-in-wrong-session",
                            "contract-without-tls",
                            "unknown-protocol",
                            "iso20-without-tls13",
                            "after-the-end",
                            "sdp-udp",
                            "sdp-short",
                            "din-no-setup",
                            "din-setup-again",
                            "din-replayed-request",
                            "din-no-authorization",
                            "din-wrong-session",
                            "din-zero-session",
                            "din-short-session",
                            "din-contract",
                            "din-ac-at-dc",
                            "din-after-the-end")) {
                Finding finding = trials.run(Misbehaviours.named(name).orElseThrow());
                assertThat(finding.verdict())
                        .as("%s: %s", name, finding.saw())
                        .isEqualTo(Verdict.FAIL);
            }
        }
    }

    @Test
    void whatCannotBeTriedIsSaidSo() throws Exception {
        try (Careless station = new Careless()) {
            Trials trials = new Trials(station.target());
            for (String name : List.of("foreign-contract", "demand-without-power", "other-suite")) {
                Finding finding = trials.run(Misbehaviours.named(name).orElseThrow());
                assertThat(finding.verdict())
                        .as("%s: %s", name, finding.saw())
                        .isEqualTo(Verdict.NOT_TRIED);
            }
        }
    }

    /** Answers OK to whatever it can read, and to what it cannot. */
    private static final class Careless implements AutoCloseable {

        private static final Bytes SESSION = Bytes.fromHex("0102030405060708");

        private final InetAddress address =
                Bench.loopback().inetAddresses().findFirst().orElseThrow();
        private final ServerSocket server;
        private final DatagramSocket discovery;

        Careless() throws IOException {
            server = new ServerSocket(0, 10, address);
            discovery =
                    new DatagramSocket(
                            new InetSocketAddress(
                                    org.plugcharge.evcc.host.SdpClient.target(Bench.loopback(), 1)
                                            .getAddress(),
                                    0));
            Thread.ofVirtual().start(this::discover);
            Thread.ofVirtual().start(this::accept);
        }

        Target target() {
            return new Target(
                    Bench.loopback(),
                    discovery.getLocalPort(),
                    Optional.empty(),
                    () -> Target.Heard.NOBODY,
                    Bench.PATIENCE);
        }

        private void discover() {
            DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
            byte[] octets = address.getAddress();
            Bytes ipv6 =
                    octets.length == 16
                            ? Bytes.owning(octets)
                            : Bytes.fromHex("00000000000000000000ffff").plus(Bytes.owning(octets));
            byte[] answer =
                    new SdpResponse(ipv6, server.getLocalPort(), SdpSecurity.NONE, SdpTransport.TCP)
                            .frame()
                            .encode()
                            .toArray();
            try {
                while (true) {
                    discovery.receive(packet);
                    discovery.send(
                            new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // Closed: the test is over.
            }
        }

        private void accept() {
            try {
                while (true) {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            } catch (IOException e) {
                // Closed: the test is over.
            }
        }

        private static void serve(Socket socket) {
            try (socket) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                @Nullable UnaryOperator<Bytes> language = null;
                while (true) {
                    in.skipNBytes(4);
                    Bytes request = Bytes.owning(in.readNBytes(in.readInt()));
                    Bytes answer = language == null ? handshake() : language.apply(request);
                    if (language == null) {
                        language = wantsDin(request) ? Careless::dinAnswer : Careless::answer;
                    }
                    socket.getOutputStream()
                            .write(
                                    new V2gtpFrame(PayloadType.EXI_MESSAGE, answer)
                                            .encode()
                                            .toArray());
                }
            } catch (IOException e) {
                // The car has gone.
            }
        }

        private static Bytes handshake() {
            return AppProtocolCodec.encode(
                    new SupportedAppProtocolRes(
                            AppProtocolResponseCode.OK_SUCCESSFUL_NEGOTIATION, 1));
        }

        private static boolean wantsDin(Bytes handshake) {
            return AppProtocolCodec.decode(handshake) instanceof SupportedAppProtocolReq offer
                    && offer.appProtocols()
                            .getFirst()
                            .protocolNamespace()
                            .equals(Din70121Namespaces.MESSAGE);
        }

        private static Bytes dinAnswer(Bytes request) {
            return Din70121Codec.encode(
                    org.plugcharge.v2g.din70121.V2gMessage.of(
                            SESSION, DinYes.to(Din70121Codec.decode(request).body().element())));
        }

        private static Bytes answer(Bytes request) {
            return Iso2Codec.encode(V2gMessage.of(SESSION, response(request)));
        }

        private static Iso2Body response(Bytes request) {
            try {
                return switch (Iso2Codec.decode(request).body().element()) {
                    case SessionSetupReq _ ->
                            new SessionSetupRes(
                                    ResponseCode.OK_NEW_SESSION_ESTABLISHED, "DE*PLC*E1", null);
                    case PaymentServiceSelectionReq _ ->
                            new PaymentServiceSelectionRes(ResponseCode.OK);
                    case AuthorizationReq _ ->
                            new AuthorizationRes(ResponseCode.OK, EvseProcessing.FINISHED);
                    case null, default -> services();
                };
            } catch (ExiException e) {
                return services();
            }
        }

        private static Iso2Body services() {
            return new ServiceDiscoveryRes(
                    ResponseCode.OK,
                    new PaymentOptionList(
                            List.of(PaymentOption.CONTRACT, PaymentOption.EXTERNAL_PAYMENT)),
                    new ChargeService(
                            1,
                            null,
                            ServiceCategory.EV_CHARGING,
                            null,
                            true,
                            new SupportedEnergyTransferMode(
                                    List.of(EnergyTransferMode.DC_EXTENDED))),
                    null);
        }

        @Override
        public void close() throws IOException {
            server.close();
            discovery.close();
        }
    }
}
