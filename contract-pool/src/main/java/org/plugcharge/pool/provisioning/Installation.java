package org.plugcharge.pool.provisioning;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.Reason;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.certs.VerifiedProvisioning;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.installation.ContractData;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignatureVerdict;
import org.plugcharge.v2g.signature.SignedElement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a car that asks gets its contract, in three steps between which the caller looks things
 * up: read the request, prove the vehicle, choose the contract.
 *
 * <p>The signature is checked before anything is looked up, so that whoever does not hold a
 * vehicle's key learns nothing about which vehicles and contracts there are.
 */
public final class Installation {

    private Installation() {}

    /** What the octets say. */
    public sealed interface Reading {}

    /** They are no CertificateInstallationReq; nobody can be answered. */
    public record NoRequest(String text) implements Reading {}

    /** A request that is refused whatever the pool holds. */
    public record ReadRefused(Bytes sessionId, InstallationRefusal reason, String text)
            implements Reading {}

    /**
     * A request signed by the key of its own certificate; whether that is a vehicle's is not known
     * yet.
     */
    public record Claim(
            Bytes sessionId, Pcid pcid, Certificate certificate, List<RootId> acceptedRoots)
            implements Reading {
        /** Keeps its own copy. */
        public Claim {
            acceptedRoots = List.copyOf(acceptedRoots);
        }
    }

    /** Whether the claim is a vehicle's. */
    public sealed interface VehicleOutcome {}

    /**
     * The certificate is the registered one and its chain holds; revocation is not looked at yet.
     */
    public record Genuine(Claim claim, VerifiedProvisioning path) implements VehicleOutcome {}

    /** What becomes of the claim. */
    public sealed interface Decision {}

    /** This contract; {@code message} is the whole response for the car's session. */
    public record Handed(PooledContract contract, Bytes message) implements Decision {}

    /** Nothing. */
    public record Refused(InstallationRefusal reason, String text)
            implements VehicleOutcome, Decision {}

    /** Step 1: reads a whole EXI message of the set {@code schema} and checks its signature. */
    public static Reading read(String schema, Bytes exi) {
        if (!schema.equals(Iso2Namespaces.MESSAGE)) {
            return new NoRequest("expected schema " + Iso2Namespaces.MESSAGE + ", got another");
        }
        try {
            V2gMessage message = Iso2Codec.decode(exi);
            return message.body().element() instanceof CertificateInstallationReq request
                    ? read(message, request)
                    : new NoRequest("expected CertificateInstallationReq, got another message");
        } catch (ExiException e) {
            return new NoRequest("expected a V2G message: " + e.getMessage());
        }
    }

    private static Reading read(V2gMessage message, CertificateInstallationReq request) {
        Bytes sessionId = message.header().sessionId();
        try {
            Certificate certificate = Certificate.parse(request.oemProvisioningCertificate());
            Pcid pcid = Pcid.parse(certificate.commonName().orElse(""));
            return switch (signature(message, request, certificate.key())) {
                case SignatureVerdict.Bad(_, String text) ->
                        new ReadRefused(sessionId, InstallationRefusal.SIGNATURE_WRONG, text);
                case SignatureVerdict.Good _ ->
                        new Claim(
                                sessionId,
                                pcid,
                                certificate,
                                RootId.of(request.rootCertificateIds()));
            };
        } catch (MalformedCertificateException | IdentifierException e) {
            return new ReadRefused(
                    sessionId,
                    InstallationRefusal.CERTIFICATE_UNREADABLE,
                    String.valueOf(e.getMessage()));
        }
    }

    private static SignatureVerdict signature(
            V2gMessage message, CertificateInstallationReq request, VerificationKey key) {
        if (!key.isP256()) {
            return new SignatureVerdict.Bad(
                    SignatureVerdict.Reason.KEY, "expected a P-256 key in the certificate");
        }
        return MessageSignature.verify(
                SignatureSuite.ECDSA_SHA256,
                key.platform(),
                message.header().signature(),
                SignedElement.of(request));
    }

    /**
     * Step 2: compares the claim with the vehicle registered under its PCID, and validates that
     * one's chain.
     */
    public static VehicleOutcome vehicle(
            Claim claim, Optional<CertificateChain> registered, TrustAnchors anchors, Instant now) {
        if (registered.isEmpty() || !registered.get().leaf().equals(claim.certificate().der())) {
            return new Refused(
                    InstallationRefusal.VEHICLE_UNKNOWN,
                    "no vehicle is registered with this provisioning certificate");
        }
        return switch (judge(
                claim, registered.get(), anchors, RevocationSnapshot.notChecked(), now)) {
            case Verdict.Valid<VerifiedProvisioning>(var path) -> new Genuine(claim, path);
            case Verdict.Rejected<VerifiedProvisioning>(Reason reason, _, _, String text) ->
                    new Refused(refusal(reason), text);
        };
    }

    /** Step 3: looks at revocation and chooses among the vehicle's contracts. */
    public static Decision decide(
            Genuine genuine,
            List<PooledContract> contracts,
            TrustAnchors anchors,
            RevocationSnapshot revocation,
            Instant now) {
        return switch (judge(genuine.claim(), genuine.path().chain(), anchors, revocation, now)) {
            case Verdict.Valid<VerifiedProvisioning> _ -> choose(genuine.claim(), contracts, now);
            case Verdict.Rejected<VerifiedProvisioning>(Reason reason, _, _, String text) ->
                    new Refused(refusal(reason), text);
        };
    }

    private static Verdict<VerifiedProvisioning> judge(
            Claim claim,
            CertificateChain chain,
            TrustAnchors anchors,
            RevocationSnapshot revocation,
            Instant now) {
        return ChainValidator.validate(
                chain, Purpose.provisioningOf(claim.pcid()), anchors, revocation, now);
    }

    private static InstallationRefusal refusal(Reason reason) {
        return switch (reason) {
            case EXPIRED -> InstallationRefusal.CERTIFICATE_EXPIRED;
            case REVOKED -> InstallationRefusal.CERTIFICATE_REVOKED;
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
                    OTHER_IDENTITY,
                    NOT_YET_VALID,
                    STATUS_UNKNOWN ->
                    InstallationRefusal.CHAIN_UNTRUSTED;
        };
    }

    /** The oldest contract that holds now and lies under a root the car trusts. */
    private static Decision choose(Claim claim, List<PooledContract> contracts, Instant now) {
        List<PooledContract> ready =
                contracts.stream()
                        .filter(contract -> contract.state() == PooledContract.State.READY)
                        .filter(contract -> contract.holds(now))
                        .toList();
        if (ready.isEmpty()) {
            return new Refused(
                    InstallationRefusal.NO_CONTRACT, "there is no contract for this vehicle now");
        }
        for (PooledContract contract : ready) {
            Optional<PooledBundle> bundle = acceptable(claim.acceptedRoots(), contract.bundles());
            if (bundle.isPresent()) {
                return new Handed(
                        contract, ContractSigning.forSession(bundle.get(), claim.sessionId()));
            }
        }
        return new Refused(
                InstallationRefusal.NO_COMMON_ROOT,
                "the contract is signed under no V2G root of the car's " + claim.acceptedRoots());
    }

    /**
     * The car's first choice that we have. Makers write issuer names in ways of their own, so roots
     * are told apart by serial number; where there is one root only, the car gets it whatever it
     * named.
     */
    static Optional<PooledBundle> acceptable(List<RootId> accepted, List<PooledBundle> bundles) {
        if (bundles.size() == 1) {
            return Optional.of(bundles.getFirst());
        }
        return accepted.stream()
                .flatMap(root ->
                        bundles.stream()
                                .filter(bundle -> bundle.rootSerial().equals(root.serial())))
                .findFirst();
    }

    /** The whole response that tells the car of a refusal. */
    public static Bytes refusal(Bytes sessionId, InstallationRefusal reason) {
        return Iso2Codec.encode(ContractData.refuse(sessionId, reason.responseCode()));
    }
}
