package org.plugcharge.pool.provisioning;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.Reason;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedContract;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignatureVerdict;
import org.plugcharge.v2g.signature.SignedElement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a car that shows its contract gets a newer certificate for it, in three steps between
 * which the caller looks things up: read the request, prove the contract, decide.
 *
 * <p>As with an installation, nothing is looked up for whoever does not hold the key of a contract
 * under a trusted root.
 */
public final class Update {

    /** A car begins to ask when its certificate has as long as this. */
    private static final Duration RENEWAL = Duration.ofDays(21);

    private static final int NEVER = -1;
    private static final int TODAY = 0;
    private static final int TOMORROW = 1;

    private Update() {}

    /** What the octets say. */
    public sealed interface Reading {}

    /** They are no CertificateUpdateReq; nobody can be answered. */
    public record NoRequest(String text) implements Reading {}

    /** A request that is refused whatever the pool holds. */
    public record ReadRefused(Bytes sessionId, UpdateRefusal reason, String text)
            implements Reading {}

    /** A request signed by the key of its own certificate; whether that counts is not known yet. */
    public record Claim(
            Bytes sessionId, Emaid emaid, CertificateChain chain, List<RootId> acceptedRoots)
            implements Reading {
        /** Keeps its own copy. */
        public Claim {
            acceptedRoots = List.copyOf(acceptedRoots);
        }
    }

    /** Whether the claim is a contract's. */
    public sealed interface HolderOutcome {}

    /** The chain holds and is that account's; revocation is not looked at yet. */
    public record Genuine(Claim claim, VerifiedContract path) implements HolderOutcome {}

    /** What becomes of the claim. */
    public sealed interface Decision {}

    /**
     * The successor exists already; {@code message} is the whole response for the car's session.
     */
    public record Handed(Bytes message) implements Decision {}

    /** Make one that ends at {@code until}. */
    public record Sign(IssuedContract replaced, Instant until) implements Decision {}

    /** Nothing; the car may ask again in {@code retryDays} days, never if that is -1. */
    public record Refused(UpdateRefusal reason, String text, int retryDays)
            implements HolderOutcome, Decision {}

    /** Step 1: reads a whole EXI message of the set {@code schema} and checks its signature. */
    public static Reading read(String schema, Bytes exi) {
        if (!schema.equals(Iso2Namespaces.MESSAGE)) {
            return new NoRequest("expected schema " + Iso2Namespaces.MESSAGE + ", got another");
        }
        try {
            V2gMessage message = Iso2Codec.decode(exi);
            return message.body().element() instanceof CertificateUpdateReq request
                    ? read(message, request)
                    : new NoRequest("expected CertificateUpdateReq, got another message");
        } catch (ExiException e) {
            return new NoRequest("expected a V2G message: " + e.getMessage());
        }
    }

    private static Reading read(V2gMessage message, CertificateUpdateReq request) {
        Bytes sessionId = message.header().sessionId();
        try {
            Certificate certificate = Certificate.parse(request.contractChain().certificate());
            return switch (signature(message, request, certificate)) {
                case SignatureVerdict.Bad(_, String text) ->
                        new ReadRefused(sessionId, UpdateRefusal.SIGNATURE_WRONG, text);
                case SignatureVerdict.Good _ -> claim(sessionId, request);
            };
        } catch (MalformedCertificateException e) {
            return new ReadRefused(
                    sessionId,
                    UpdateRefusal.CERTIFICATE_UNREADABLE,
                    String.valueOf(e.getMessage()));
        }
    }

    private static SignatureVerdict signature(
            V2gMessage message, CertificateUpdateReq request, Certificate certificate) {
        if (!certificate.key().isP256()) {
            return new SignatureVerdict.Bad(
                    SignatureVerdict.Reason.KEY, "expected a P-256 key in the certificate");
        }
        return MessageSignature.verify(
                SignatureSuite.ECDSA_SHA256,
                certificate.key().platform(),
                message.header().signature(),
                SignedElement.of(request));
    }

    private static Reading claim(Bytes sessionId, CertificateUpdateReq request) {
        try {
            return new Claim(
                    sessionId,
                    Emaid.parse(request.emaid()),
                    new CertificateChain(
                            request.contractChain().certificate(),
                            request.contractChain().subCertificateList()),
                    RootId.of(request.rootCertificateIds()));
        } catch (IdentifierException e) {
            return new ReadRefused(
                    sessionId, UpdateRefusal.OTHER_ACCOUNT, String.valueOf(e.getMessage()));
        }
    }

    /** Step 2: validates the chain as that of the account the request names. */
    public static HolderOutcome holder(Claim claim, TrustAnchors anchors, Instant now) {
        return switch (judge(claim, anchors, RevocationSnapshot.notChecked(), now)) {
            case Verdict.Valid<VerifiedContract>(var path) -> new Genuine(claim, path);
            case Verdict.Rejected<VerifiedContract>(Reason reason, _, _, String text) ->
                    refused(refusal(reason), text);
        };
    }

    /**
     * Step 3: looks at revocation, and at what the pool knows of the certificate; empty if it never
     * made it.
     */
    public static Decision decide(
            Genuine genuine,
            Optional<IssuedContract> issued,
            TrustAnchors anchors,
            RevocationSnapshot revocation,
            Instant now) {
        return switch (judge(genuine.claim(), anchors, revocation, now)) {
            case Verdict.Rejected<VerifiedContract>(Reason reason, _, _, String text) ->
                    refused(refusal(reason), text);
            case Verdict.Valid<VerifiedContract> _ ->
                    issued.map(known -> decide(genuine.claim(), known, now))
                            .orElseGet(() ->
                                    refused(
                                            UpdateRefusal.CERTIFICATE_UNKNOWN,
                                            "this certificate was not made here"));
        };
    }

    private static Decision decide(Claim claim, IssuedContract issued, Instant now) {
        if (issued.revoked()) {
            return refused(UpdateRefusal.CERTIFICATE_REVOKED, "the certificate was revoked");
        }
        return switch (issued.contract().state()) {
            case CANCELLED ->
                    refused(UpdateRefusal.CONTRACT_CANCELLED, "the contract was cancelled");
            case ORDERED, LAPSED ->
                    refused(
                            UpdateRefusal.CONTRACT_LAPSED,
                            "the vehicle has another provisioning certificate since");
            case READY ->
                    issued.renewed().isEmpty() ? renew(issued, now) : hand(claim, issued.renewed());
        };
    }

    private static Decision renew(IssuedContract issued, Instant now) {
        Instant end = issued.certificate().fields().notAfter();
        return issued.contract()
                .renewUntil()
                .filter(until -> until.isAfter(end))
                .<Decision>map(until -> new Sign(issued, until))
                .orElseGet(() -> notDue(end, now));
    }

    private static Refused notDue(Instant end, Instant now) {
        long days = Duration.between(now, end.minus(RENEWAL)).toDays();
        return new Refused(
                UpdateRefusal.NOT_DUE,
                "the provider has not said that the contract goes on",
                Math.clamp(days, TOMORROW, Short.MAX_VALUE));
    }

    /** The successor under a root the car trusts, for its session. */
    public static Decision hand(Claim claim, List<PooledBundle> renewed) {
        return Installation.acceptable(claim.acceptedRoots(), renewed)
                .<Decision>map(
                        bundle -> new Handed(ContractSigning.forSession(bundle, claim.sessionId())))
                .orElseGet(() ->
                        refused(
                                UpdateRefusal.NO_COMMON_ROOT,
                                "the new certificate is signed under no V2G root of the car's "
                                        + claim.acceptedRoots()));
    }

    private static Verdict<VerifiedContract> judge(
            Claim claim, TrustAnchors anchors, RevocationSnapshot revocation, Instant now) {
        return ChainValidator.validate(
                claim.chain(), Purpose.contractOf(claim.emaid()), anchors, revocation, now);
    }

    private static UpdateRefusal refusal(Reason reason) {
        return switch (reason) {
            case EXPIRED -> UpdateRefusal.CERTIFICATE_EXPIRED;
            case REVOKED -> UpdateRefusal.CERTIFICATE_REVOKED;
            case OTHER_IDENTITY -> UpdateRefusal.OTHER_ACCOUNT;
            case MALFORMED,
                    TOO_LARGE,
                    PATH_TOO_LONG,
                    UNTRUSTED,
                    BAD_SIGNATURE,
                    WRONG_KEY,
                    NOT_A_CA,
                    CA_AS_LEAF,
                    WRONG_KEY_USAGE,
                    UNKNOWN_EXTENSION,
                    WRONG_DOMAIN,
                    WRONG_NAME,
                    NOT_YET_VALID,
                    STATUS_UNKNOWN ->
                    UpdateRefusal.CHAIN_UNTRUSTED;
        };
    }

    /** Refused, with the days that go with the reason. */
    public static Refused refused(UpdateRefusal reason, String text) {
        int days = reason == UpdateRefusal.BEING_MADE ? TODAY : reason.isFinal() ? NEVER : TOMORROW;
        return new Refused(reason, text, days);
    }

    /** The whole response that tells the car of a refusal. */
    public static Bytes refusal(Bytes sessionId, Refused refused) {
        return Iso2Codec.encode(
                ContractSigning.refuseUpdate(
                        sessionId, refused.reason().responseCode(), refused.retryDays()));
    }
}
