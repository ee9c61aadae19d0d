package org.plugcharge.pool.provisioning;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.Reason;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedProvisioning;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * The put-checks of the provisioning pool, the first that fails wins: manufacturer, chain to an OEM
 * root, dates, revocation.
 *
 * <p>OPCP names dates and revocation before the chain. Here the chain comes first: nobody is asked
 * about a certificate that is not proved genuine, and whoever hears EXPIRED or REVOKED knows that
 * the rest is right.
 */
public final class VehicleRegistration {

    private VehicleRegistration() {}

    /** What becomes of a registration. */
    public sealed interface Outcome {}

    /** The chain is genuine; what is left is to know whether anything in it is revoked. */
    public record Genuine(VerifiedProvisioning path) implements Outcome {}

    /** The vehicle may be registered. */
    public record Accepted(VerifiedProvisioning vehicle) implements Outcome {}

    /** It may not. */
    public record Refused(String reason, String text) implements Outcome {}

    /**
     * Everything but revocation; {@code mayRegister} says whether the asker has that manufacturer.
     */
    public static Outcome chain(
            CertificateChain chain,
            TrustAnchors anchors,
            Predicate<Pcid> mayRegister,
            Instant now) {
        return switch (judge(chain, anchors, RevocationSnapshot.notChecked(), now)) {
            case Verdict.Valid<VerifiedProvisioning>(var path) ->
                    mayRegister.test(path.pcid())
                            ? new Genuine(path)
                            : new Refused(
                                    "OTHER_MANUFACTURER",
                                    "the vehicle is of another manufacturer than you may register");
            case Verdict.Rejected<VerifiedProvisioning>(Reason reason, _, _, String text) ->
                    new Refused(reason.name(), text);
        };
    }

    /** The last check, with what the responders said. */
    public static Outcome status(
            Genuine genuine, TrustAnchors anchors, RevocationSnapshot revocation, Instant now) {
        return switch (judge(genuine.path().chain(), anchors, revocation, now)) {
            case Verdict.Valid<VerifiedProvisioning>(var path) -> new Accepted(path);
            case Verdict.Rejected<VerifiedProvisioning>(Reason reason, _, _, String text) ->
                    new Refused(reason.name(), text);
        };
    }

    private static Verdict<VerifiedProvisioning> judge(
            CertificateChain chain,
            TrustAnchors anchors,
            RevocationSnapshot revocation,
            Instant now) {
        return ChainValidator.validate(chain, Purpose.PROVISIONING, anchors, revocation, now);
    }
}
