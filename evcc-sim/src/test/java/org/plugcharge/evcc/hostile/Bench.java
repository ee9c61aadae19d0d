package org.plugcharge.evcc.hostile;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.host.Depot;
import org.plugcharge.secc.host.Journal;
import org.plugcharge.secc.host.Secc;
import org.plugcharge.secc.host.SeccSettings;
import org.plugcharge.secc.host.TlsPolicy;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.simulated.SimulatedEvse;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Our station on loopback, with a back end that judges contracts by their chain. */
public final class Bench implements AutoCloseable {

    /** A station of a test may be kept waiting by all that runs beside it. */
    public static final int PATIENCE = 4;

    private final Papers papers;
    private final Secc station;

    /** With simulated DC electronics. */
    public Bench(TestPki pki) {
        this(pki, new SimulatedEvse(SimulatedEvse.HIGH_POWER, "SIM-1", InstantSource.system()));
    }

    /** With these electronics. */
    public Bench(TestPki pki, EvseDriver outlet) {
        this(Papers.of(pki), Secc.start(settings(pki), outlet, new Judge(pki)));
    }

    private Bench(Papers papers, Secc station) {
        this.papers = papers;
        this.station = station;
    }

    /** One of many stations, with simulated DC electronics. */
    public static Bench in(Depot depot, TestPki pki) {
        SimulatedEvse outlet =
                new SimulatedEvse(SimulatedEvse.HIGH_POWER, "SIM-1", InstantSource.system());
        return new Bench(
                Papers.of(pki), depot.start(settings(pki), outlet, new Judge(pki), Journal.NONE));
    }

    private static SeccSettings settings(TestPki pki) {
        ServerProfile identity =
                new ServerProfile(
                        List.of(
                                ServerIdentity.of(
                                        pki.chain(Iso2Profile.SECC_LEAF),
                                        pki.key(Iso2Profile.SECC_LEAF),
                                        pki.certificate(Iso2Profile.V2G_ROOT))));
        return new SeccSettings(
                SeccSettings.addressOf(loopback().getName()),
                0,
                TlsPolicy.ALLOW,
                () -> identity,
                "DE*PLC*E00001",
                true,
                true,
                false,
                ContractCheck.CENTRAL,
                100_000,
                Duration.ofSeconds(1));
    }

    /** Its loopback interface. */
    public static NetworkInterface loopback() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Bench::isLoopback)
                    .findFirst()
                    .orElseThrow();
        } catch (SocketException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isLoopback(NetworkInterface network) {
        try {
            return network.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    /** The UDP port of its discovery. */
    public int discoveryPort() {
        return station.discovery().getPort();
    }

    /** What cars aim at. */
    Target target(Supplier<Target.Heard> taps) {
        return new Target(loopback(), discoveryPort(), Optional.of(papers), taps, PATIENCE);
    }

    @Override
    public void close() {
        station.close();
    }

    private record Judge(TestPki pki) implements Authorizer {

        @Override
        public CompletionStage<Authorization> authorize(
                String evse, Identification identification) {
            return CompletableFuture.completedFuture(
                    switch (identification) {
                        case Identification.External _ -> new Authorization.Accepted();
                        case Identification.Contract(Emaid emaid, CertificateChain chain) ->
                                judge(emaid, chain);
                    });
        }

        private Authorization judge(Emaid emaid, CertificateChain chain) {
            return ChainValidator.validate(
                                    chain,
                                    Purpose.contractOf(emaid),
                                    pki.anchors(),
                                    RevocationSnapshot.notChecked(),
                                    Instant.now())
                            instanceof Verdict.Rejected<?> rejected
                    ? new Authorization.Rejected(Refusal.CERTIFICATE_CHAIN_ERROR, rejected.text())
                    : new Authorization.Accepted();
        }

        @Override
        public CompletionStage<Bytes> install(String evse, Bytes exiRequest) {
            return CompletableFuture.failedFuture(new IllegalStateException("nothing to install"));
        }

        @Override
        public void tell(String evse, ChargingEvent event) {}
    }
}
