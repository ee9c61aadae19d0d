package org.plugcharge.evcc.load;

import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.host.Depot;
import org.plugcharge.secc.host.Journal;
import org.plugcharge.secc.host.Secc;
import org.plugcharge.secc.host.SeccSettings;
import org.plugcharge.secc.host.TlsPolicy;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stations of one process, each on its own loopback address; their back end takes everybody. */
final class Stations implements AutoCloseable {

    final TestPki pki = TestPki.create(1, Instant.now());
    final Times inside = new Times();
    final List<InetSocketAddress> encrypted = new ArrayList<>();
    private final Depot depot = new Depot(2);

    Stations(int count) throws IOException {
        ServerProfile profile =
                new ServerProfile(
                        List.of(
                                ServerIdentity.of(
                                        pki.chain(Iso2Profile.SECC_LEAF),
                                        pki.key(Iso2Profile.SECC_LEAF),
                                        pki.certificate(Iso2Profile.V2G_ROOT))));
        for (int i = 0; i < count; i++) {
            SeccSettings settings =
                    new SeccSettings(
                            InetAddress.getByName("127.1.%d.%d".formatted(i / 250, 1 + i % 250)),
                            0,
                            TlsPolicy.FORCE,
                            () -> profile,
                            "DE*PNC*E%05d".formatted(i),
                            true,
                            true,
                            false,
                            ContractCheck.CENTRAL,
                            150_000,
                            Duration.ofSeconds(10));
            encrypted.add(
                    port(depot.start(settings, new InstantEvse(), new Everybody(), new Watch())));
        }
    }

    /** How long the step from a decoded CurrentDemandReq to its answer took. */
    private final class Watch implements Journal {
        private long received;

        @Override
        public void note(Entry entry) {
            if (entry.what() instanceof V2gMessage message) {
                if (message.body().element() instanceof CurrentDemandReq) {
                    received = System.nanoTime();
                } else if (message.body().element() instanceof CurrentDemandRes) {
                    inside.add(System.nanoTime() - received);
                }
            }
        }
    }

    private static InetSocketAddress port(Secc station) throws IOException {
        InetSocketAddress discovery = station.discovery();
        try (DatagramSocket socket = new DatagramSocket(0, discovery.getAddress())) {
            byte[] question =
                    new SdpRequest(SdpSecurity.TLS, SdpTransport.TCP).frame().encode().toArray();
            socket.setSoTimeout(5_000);
            socket.send(new DatagramPacket(question, question.length, discovery));
            DatagramPacket answer = new DatagramPacket(new byte[64], 64);
            socket.receive(answer);
            Bytes datagram = Bytes.of(answer.getData(), 0, answer.getLength());
            SdpResponse response = SdpResponse.parse(V2gtpFrame.ofDatagram(datagram).payload());
            return new InetSocketAddress(discovery.getAddress(), response.port());
        }
    }

    @Override
    public void close() {
        depot.close();
    }

    private static final class Everybody implements Authorizer {
        @Override
        public CompletionStage<Authorization> authorize(
                String evse, Identification identification) {
            return CompletableFuture.completedFuture(new Authorization.Accepted());
        }

        @Override
        public CompletionStage<Bytes> install(String evse, Bytes exiRequest) {
            return CompletableFuture.failedFuture(new IllegalStateException("nothing to install"));
        }

        @Override
        public void tell(String evse, ChargingEvent event) {}
    }
}
