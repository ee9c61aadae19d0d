package org.plugcharge.pool.flow;

import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.exi.Bytes;
import org.plugcharge.pool.authority.StatusSource;
import org.plugcharge.pool.provisioning.Installation;
import org.plugcharge.pool.provisioning.InstallationRefusal;
import org.plugcharge.pool.provisioning.PooledContract;
import org.plugcharge.pool.store.PoolStore;
import org.plugcharge.pool.store.Vehicle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers cars that ask for their contract. */
public final class Installations {

    private static final Logger LOG = LoggerFactory.getLogger(Installations.class);

    private final PoolStore store;
    private final StatusSource statuses;
    private final Clock clock;

    /** Works on this store, asks this source about revocation. */
    public Installations(PoolStore store, StatusSource statuses, Clock clock) {
        this.store = store;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The car's contract: a whole EXI message. */
    public record Installed(Bytes response) implements Result {}

    /** No contract; {@code response} is the whole EXI message that tells the car. */
    public record Refused(InstallationRefusal reason, String text, Bytes response)
            implements Result {}

    /** The octets were no CertificateInstallationReq, so nobody can be answered. */
    public record NoRequest(String text) implements Result {}

    /** Answers a CertificateInstallationReq, a whole EXI message of the set {@code schema}. */
    public Result install(String schema, Bytes request) {
        return switch (Installation.read(schema, request)) {
            case Installation.NoRequest(String text) -> new NoRequest(text);
            case Installation.ReadRefused(var sessionId, var reason, String text) ->
                    refused(sessionId, reason, text);
            case Installation.Claim claim -> install(claim);
        };
    }

    private Result install(Installation.Claim claim) {
        TrustAnchors anchors = store.anchors();
        Instant now = clock.instant();
        Optional<Vehicle> vehicle = store.vehicle(claim.pcid());
        return switch (Installation.vehicle(claim, vehicle.map(Vehicle::chain), anchors, now)) {
            case Installation.Refused(var reason, String text) ->
                    refused(claim.sessionId(), reason, text);
            case Installation.Genuine genuine -> {
                List<PooledContract> contracts = store.contracts(claim.pcid());
                yield hand(
                        claim,
                        Installation.decide(
                                genuine, contracts, anchors, statuses.ask(genuine.path()), now),
                        now);
            }
        };
    }

    private Result hand(Installation.Claim claim, Installation.Decision decision, Instant now) {
        return switch (decision) {
            case Installation.Refused(var reason, String text) ->
                    refused(claim.sessionId(), reason, text);
            case Installation.Handed(PooledContract contract, Bytes message) -> {
                store.writeDelivery(contract.emaid(), contract.pcid(), now);
                LOG.info(
                        "event=contract-delivered emaid={} pcid={}",
                        contract.emaid().masked(),
                        contract.pcid().masked());
                yield new Installed(message);
            }
        };
    }

    /** The text may name a vehicle, so it goes to the asker and not into the log. */
    private static Result refused(Bytes sessionId, InstallationRefusal reason, String text) {
        LOG.info("event=installation-refused reason={}", reason);
        return new Refused(reason, text, Installation.refusal(sessionId, reason));
    }
}
