package org.plugcharge.pool.flow;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.VerifiedProvisioning;
import org.plugcharge.pool.authority.StatusSource;
import org.plugcharge.pool.provisioning.VehicleRegistration;
import org.plugcharge.pool.store.PoolStore;
import org.plugcharge.pool.store.Vehicle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes vehicles into the provisioning pool. */
public final class Registrations {

    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);

    private final PoolStore store;
    private final StatusSource statuses;
    private final Clock clock;

    /** Works on this store, asks this source about revocation. */
    public Registrations(PoolStore store, StatusSource statuses, Clock clock) {
        this.store = store;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {}

    /** Registered; {@code created} unless the PCID was known before. */
    public record Registered(Vehicle vehicle, boolean created) implements Result {}

    /** Not registered. */
    public record Refused(String reason, String text) implements Result {}

    /** Checks and registers a provisioning chain. */
    public Result register(CertificateChain chain, Predicate<Pcid> mayRegister) {
        TrustAnchors anchors = store.anchors();
        Instant now = clock.instant();
        return result(VehicleRegistration.chain(chain, anchors, mayRegister, now), anchors, now);
    }

    private Result result(VehicleRegistration.Outcome outcome, TrustAnchors anchors, Instant now) {
        return switch (outcome) {
            case VehicleRegistration.Genuine genuine ->
                    result(
                            VehicleRegistration.status(
                                    genuine, anchors, statuses.ask(genuine.path()), now),
                            anchors,
                            now);
            case VehicleRegistration.Accepted(VerifiedProvisioning vehicle) -> put(vehicle, now);
            case VehicleRegistration.Refused(String reason, String text) -> {
                LOG.info("event=registration-refused reason={}", reason);
                yield new Refused(reason, text);
            }
        };
    }

    private Result put(VerifiedProvisioning proof, Instant now) {
        Vehicle vehicle = new Vehicle(proof.pcid(), proof.chain(), proof.notAfter());
        boolean created = store.putVehicle(vehicle, now);
        LOG.info("event=vehicle-registered pcid={} created={}", proof.pcid().masked(), created);
        return new Registered(vehicle, created);
    }

    /** A registered vehicle. */
    public Optional<Vehicle> vehicle(Pcid pcid) {
        return store.vehicle(pcid);
    }
}
