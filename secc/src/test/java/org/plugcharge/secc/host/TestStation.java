package org.plugcharge.secc.host;

import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.simulated.SimulatedEvse;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A station for tests: a simulated outlet, and a back end that takes everybody and remembers. */
final class TestStation implements Authorizer {

    static final TestPki PKI = TestPki.create(1, Instant.parse("2026-11-21T12:00:00Z"));
    static final ServerProfile IDENTITY = profile(PKI);

    final SimulatedEvse evse =
            new SimulatedEvse(SimulatedEvse.HIGH_POWER, "M", InstantSource.system());
    final List<ChargingEvent> told = new CopyOnWriteArrayList<>();

    static ServerProfile profile(TestPki pki) {
        return new ServerProfile(
                List.of(
                        ServerIdentity.of(
                                pki.chain(Iso2Profile.SECC_LEAF),
                                pki.key(Iso2Profile.SECC_LEAF),
                                pki.certificate(Iso2Profile.V2G_ROOT))));
    }

    static SeccSettings settings(TlsPolicy policy) {
        return settings(SeccSettings.addressOf("lo"), policy, "DE*PNC*E00001");
    }

    static SeccSettings settings(InetAddress address, TlsPolicy policy, String evseId) {
        return new SeccSettings(
                address,
                0,
                policy,
                () -> IDENTITY,
                evseId,
                true,
                true,
                false,
                ContractCheck.CENTRAL,
                150_000,
                Duration.ofSeconds(5));
    }

    @Override
    public CompletionStage<Authorization> authorize(String evse, Identification identification) {
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
