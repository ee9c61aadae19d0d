package org.plugcharge.secc.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionRes;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Cases of ISO 15118-4 for a station that are about frames, discovery and connections. */
class ConformanceHostTest {

    private final InetAddress loopback = SeccSettings.addressOf("lo");
    private final SimulatedEvse evse =
            new SimulatedEvse(SimulatedEvse.HIGH_POWER, "M", InstantSource.system());

    /** Nobody may charge. */
    private static final class Nobody implements Authorizer {
        @Override
        public CompletionStage<Authorization> authorize(
                String outlet, Identification identification) {
            return CompletableFuture.completedFuture(
                    new Authorization.Rejected(Authorization.Refusal.REFUSED, "test"));
        }

        @Override
        public CompletionStage<Bytes> install(String outlet, Bytes exiRequest) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException("test"));
        }

        @Override
        public void tell(String outlet, ChargingEvent event) {}
    }

    private SeccSettings withoutTls() {
        return new SeccSettings(
                loopback,
                0,
                TlsPolicy.PROHIBIT,
                () -> {
                    throw new IllegalStateException("nobody asks for TLS here");
                },
                "DE*PNC*E00001",
                true,
                false,
                false,
                ContractCheck.CENTRAL,
                150_000,
                Duration.ofSeconds(5));
    }

    /** Who asks a station without TLS for TLS is told that there is none [V2G2-627]. */
    @Test
    void aStationWithoutTlsSaysSo() throws Exception {
        try (Secc station = Secc.start(withoutTls(), evse, new Nobody());
                DatagramSocket car = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
            byte[] question =
                    new SdpRequest(SdpSecurity.TLS, SdpTransport.TCP).frame().encode().toArray();
            car.setSoTimeout(60_000);
            car.send(new DatagramPacket(question, question.length, station.discovery()));
            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            car.receive(answer);
            SdpResponse response =
                    SdpResponse.parse(
                            V2gtpFrame.ofDatagram(
                                            Bytes.of(
                                                    Arrays.copyOf(
                                                            answer.getData(), answer.getLength())))
                                    .payload());
            assertThat(response.security()).isEqualTo(SdpSecurity.NONE);
            assertThat(response.port()).isPositive();
        }
    }

    /** Whether discovery answers before {@code patience} is over. */
    private boolean answers(Secc station, Duration patience) throws Exception {
        try (DatagramSocket car = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
            byte[] question =
                    new SdpRequest(SdpSecurity.NONE, SdpTransport.TCP).frame().encode().toArray();
            car.setSoTimeout((int) patience.toMillis());
            car.send(new DatagramPacket(question, question.length, station.discovery()));
            car.receive(new DatagramPacket(new byte[100], 100));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /**
     * Who begins no session in time finds neither discovery nor a port, until a link is up again
     * [V2G2-716].
     */
    @Test
    @Timeout(60)
    void aStationThatNobodySpeaksToGoesDeafUntilTheNextLink() throws Exception {
        try (Secc station = Secc.start(withoutTls(), evse, new Nobody())) {
            station.linked();
            assertThat(answers(station, Duration.ofSeconds(20))).isTrue();
            int port = SocketCar.discover(station, SdpSecurity.NONE).port();
            int discovery = station.discovery().getPort();
            station.linked(Duration.ZERO);
            while (listens(port) || answers(station, Duration.ofMillis(300))) {
                Thread.sleep(10);
            }
            station.linked();
            assertThat(station.discovery().getPort()).isEqualTo(discovery);
            assertThat(answers(station, Duration.ofSeconds(20))).isTrue();
            assertThat(listens(SocketCar.discover(station, SdpSecurity.NONE).port())).isTrue();
        }
    }

    @Test
    void aLinkThatComesUpAfterTheEndOpensNothing() throws Exception {
        try (Depot depot = new Depot(1)) {
            Secc station = depot.start(withoutTls(), evse, new Nobody(), Journal.NONE);
            assertThat(answers(station, Duration.ofSeconds(20))).isTrue();
            station.close();
            station.linked();
            assertThat(answers(station, Duration.ofMillis(500))).isFalse();
        }
    }

    private boolean listens(int port) throws IOException {
        try (Socket car = new Socket(loopback, port)) {
            return car.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    /** A session that has begun is not cut off by the end of that time. */
    @Test
    void aStationInSessionDoesNotGoDeaf() throws Exception {
        try (Secc station =
                        Secc.start(TestStation.settings(TlsPolicy.ALLOW), evse, new TestStation());
                SocketCar car = SocketCar.plain(station).drive(Road.TO_POWER.subList(0, 2))) {
            station.linked(Duration.ZERO);
            assertThat(car.ask(Road.select(PaymentOption.EXTERNAL_PAYMENT)))
                    .isInstanceOf(PaymentServiceSelectionRes.class);
            assertThat(answers(station, Duration.ofSeconds(20))).isTrue();
        }
    }

    /**
     * A diode that is missing shows as an error of the pilot: there is nobody to be linked with.
     */
    @Test
    void aPilotInErrorGetsNoAnswerAndNoSession() throws Exception {
        for (ControlPilot pilot : List.of(ControlPilot.A, ControlPilot.E, ControlPilot.F)) {
            evse.pilot(pilot);
            try (Secc station = Secc.start(withoutTls(), evse, new Nobody())) {
                assertThat(answers(station, Duration.ofMillis(200))).isFalse();
            }
            EmbeddedChannel channel = connected();
            channel.writeInbound(Unpooled.wrappedBuffer(Road.negotiation().toArray()));
            channel.runPendingTasks();
            assertThat(channel.isOpen()).isFalse();
        }
        evse.pilot(ControlPilot.B);
        try (Secc station = Secc.start(withoutTls(), evse, new Nobody())) {
            assertThat(answers(station, Duration.ofSeconds(20))).isTrue();
        }
    }

    private EmbeddedChannel connected() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        Outlet outlet = new Outlet(withoutTls(), evse, new Nobody(), _ -> {}, new SecureRandom());
        channel.pipeline().addLast(new V2gConnection(outlet, false));
        channel.pipeline().fireChannelActive();
        return channel;
    }

    private static void receive(EmbeddedChannel channel, String hex) {
        channel.writeInbound(Unpooled.wrappedBuffer(Bytes.fromHex(hex).toArray()));
    }

    /** A type that is none is passed over, an empty message closes; neither is answered. */
    @Test
    void aFrameOfNoUseIsNotAnswered() {
        EmbeddedChannel channel = connected();
        receive(channel, "01fe7001000000028000");
        assertThat(channel.isOpen()).isTrue();
        receive(channel, "01fe800100000000");
        channel.runPendingTasks();
        for (String version : List.of("ff", "01ff")) {
            EmbeddedChannel other = connected();
            receive(other, (version + "fe800100000000").substring(0, 16));
            other.runPendingTasks();
            assertThat(answered(other)).isFalse();
            assertThat(other.isOpen()).isFalse();
        }
        assertThat(answered(channel)).isFalse();
    }

    private static boolean answered(EmbeddedChannel channel) {
        return channel.outboundMessages().stream()
                .anyMatch(message ->
                        message instanceof io.netty.buffer.ByteBuf buffer && buffer.isReadable());
    }

    /** [V2G2-716] */
    @Test
    void silenceBeforeTheHandshakeClosesTheConnection() {
        EmbeddedChannel channel = connected();
        channel.advanceTimeBy(17, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isTrue();
        channel.advanceTimeBy(2, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
        assertThat(channel.isOpen()).isFalse();
        assertThat(answered(channel)).isFalse();
    }
}
