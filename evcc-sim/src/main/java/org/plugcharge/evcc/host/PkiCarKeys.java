package org.plugcharge.evcc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedCps;
import org.plugcharge.certs.VerifiedSecc;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.certs.tls.ClientProfile;
import org.plugcharge.evcc.session.iso2.Contract;
import org.plugcharge.evcc.session.iso2.Provisioning;
import org.plugcharge.evcc.session.iso2.SigningKey;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignatureVerdict;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;
import org.plugcharge.v2g.xmldsig.X509IssuerSerial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A car's keys in memory. A contract that is installed is used from then on, and forgotten with
 * this object.
 *
 * <p>Stations are believed under the V2G roots; a stapled OCSP answer is heeded, a missing one is
 * let pass or not, as {@link #tlsProfile(RevocationSnapshot.Policy)} is told. The provisioning
 * service is believed under the V2G roots too, and vouches for the contract.
 */
public final class PkiCarKeys implements CarKeys {

    private static final SignatureSuite SUITE = SignatureSuite.ECDSA_SHA256;

    private final TrustAnchors anchors;
    private final Optional<KeyedCertificate> oem;
    private final InstantSource clock;
    private @Nullable Installed current;
    private @Nullable Installed opened;

    /** A contract and its key. */
    private record Installed(Contract contract, SoftwareKey key) {}

    /** A car with these roots and, where it has one, this provisioning certificate. */
    public PkiCarKeys(TrustAnchors anchors, Optional<KeyedCertificate> oem, InstantSource clock) {
        this.anchors = anchors;
        this.oem = oem;
        this.clock = clock;
    }

    /**
     * Reads a PKI folder: V2G root always, provisioning and contract certificate where they are;
     * {@link CarException} if it cannot.
     */
    public static PkiCarKeys read(Path directory) {
        PkiFolder folder = new PkiFolder(directory);
        try {
            Optional<KeyedCertificate> oem =
                    folder.holds(Iso2Profile.OEM_PROVISIONING_LEAF)
                            ? Optional.of(folder.member(Iso2Profile.OEM_PROVISIONING_LEAF))
                            : Optional.empty();
            PkiCarKeys keys = new PkiCarKeys(folder.anchors(), oem, InstantSource.system());
            if (folder.holds(Iso2Profile.CONTRACT_LEAF)) {
                keys.use(
                        folder.chain(Iso2Profile.CONTRACT_LEAF),
                        folder.key(Iso2Profile.CONTRACT_LEAF));
            }
            return keys;
        } catch (IOException e) {
            throw new CarException(
                    "cannot read the PKI in "
                            + directory
                            + ": "
                            + e.getMessage()
                            + " (v2gpki new DIR makes one)",
                    e);
        } catch (IllegalArgumentException e) {
            throw new CarException("the PKI in " + directory + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Makes this contract the one in use; its eMAID is the leaf's common name. */
    public void use(CertificateChain chain, SoftwareKey key) {
        String emaid = Certificate.parse(chain.leaf()).commonName().orElse("");
        current = new Installed(new Contract(emaid, chain.leaf(), chain.subCertificates()), key);
    }

    /** The contract in use; {@link CarException} without one. */
    public Contract contract() {
        return installed().contract();
    }

    /**
     * What the car asks for contracts with; {@link CarException} without a provisioning
     * certificate.
     */
    public Provisioning provisioning() {
        List<X509IssuerSerial> roots =
                anchors.v2gRoots().stream()
                        .map(Certificate::fields)
                        .map(root -> new X509IssuerSerial(root.issuer(), root.serial()))
                        .toList();
        return new Provisioning(oem().certificate().der(), roots);
    }

    /** How the car judges stations in TLS, if a station need not staple. */
    public ClientProfile tlsProfile() {
        return tlsProfile(RevocationSnapshot.Policy.IF_ANSWERED);
    }

    /**
     * How the car judges stations in TLS; {@code ALWAYS} is what ISO 15118-2 asks for: a good OCSP
     * answer with every certificate. [V2G2-871]
     */
    public ClientProfile tlsProfile(RevocationSnapshot.Policy staples) {
        return new ClientProfile(
                anchors.v2gRoots().stream().map(Certificate::der).toList(),
                (chain, responses) -> objection(chain, responses, staples));
    }

    private Optional<String> objection(
            CertificateChain chain, List<Bytes> ocspResponses, RevocationSnapshot.Policy staples) {
        Verdict<VerifiedSecc> verdict =
                ChainValidator.validate(
                        chain,
                        Purpose.SECC,
                        anchors,
                        RevocationSnapshot.ofOctets(staples, ocspResponses),
                        now());
        return switch (verdict) {
            case Verdict.Valid<VerifiedSecc> _ -> Optional.empty();
            case Verdict.Rejected<VerifiedSecc> rejected ->
                    Optional.of(
                            "the station's certificate is not to be trusted: " + rejected.text());
        };
    }

    @Override
    public Signature sign(SigningKey key, Iso2Request request) {
        return MessageSignature.sign(SUITE, own(key)::sign, element(request));
    }

    private SoftwareKey own(SigningKey key) {
        return switch (key) {
            case PROVISIONING -> oem().key();
            case CONTRACT -> installed().key();
        };
    }

    /** The issuer of the contract's leaf signs the operator's prices. */
    @Override
    public Optional<String> objection(List<SalesTariff> tariffs, Optional<Signature> signature) {
        List<Bytes> issuers = installed().contract().subCertificates();
        if (issuers.isEmpty()) {
            return Optional.of("the contract names no issuer");
        }
        SignatureVerdict verdict =
                MessageSignature.verify(
                        SUITE,
                        Certificate.parse(issuers.getFirst()).key().platform(),
                        signature.orElse(null),
                        tariffs.stream().map(SignedElement::of).toArray(SignedElement[]::new));
        return switch (verdict) {
            case SignatureVerdict.Good _ -> Optional.empty();
            case SignatureVerdict.Bad bad -> Optional.of(bad.text());
        };
    }

    private static SignedElement element(Iso2Request request) {
        return switch (request) {
            case AuthorizationReq req -> SignedElement.of(req);
            case CertificateInstallationReq req -> SignedElement.of(req);
            case CertificateUpdateReq req -> SignedElement.of(req);
            case MeteringReceiptReq req -> SignedElement.of(req);
            case Iso2Request other ->
                    throw new IllegalStateException(
                            other.getClass().getSimpleName() + " is never signed");
        };
    }

    @Override
    public Contract open(
            CertificateInstallationRes response, Signature signature, SigningKey sealedFor) {
        VerifiedCps cps = cps(response.provisioningChain());
        SignatureVerdict verdict =
                MessageSignature.verify(
                        SUITE,
                        cps.publicKey().platform(),
                        signature,
                        SignedElement.of(response.contractChain()),
                        SignedElement.of(response.encryptedPrivateKey()),
                        SignedElement.of(response.dhPublicKey()),
                        SignedElement.of(response.emaid()));
        if (verdict instanceof SignatureVerdict.Bad bad) {
            throw new CarException("the provisioning service's signature is bad: " + bad.text());
        }
        Installed installed = unwrap(response, own(sealedFor));
        opened = installed;
        return installed.contract();
    }

    private VerifiedCps cps(org.plugcharge.v2g.iso2.CertificateChain chain) {
        CertificateChain given =
                new CertificateChain(chain.certificate(), chain.subCertificateList());
        return switch (ChainValidator.validate(
                given, Purpose.CPS, anchors, RevocationSnapshot.notChecked(), now())) {
            case Verdict.Valid<VerifiedCps> valid -> valid.proof();
            case Verdict.Rejected<VerifiedCps> rejected ->
                    throw new CarException(
                            "the provisioning service is not to be trusted: " + rejected.text());
        };
    }

    private Installed unwrap(CertificateInstallationRes response, SoftwareKey own) {
        org.plugcharge.v2g.iso2.CertificateChain chain = response.contractChain();
        try {
            Certificate leaf = Certificate.parse(chain.certificate());
            requireSameAccount(response.emaid().value(), leaf);
            ContractKeyDelivery.Sealed sealed =
                    new ContractKeyDelivery.Sealed(
                            response.encryptedPrivateKey().value(), response.dhPublicKey().value());
            SoftwareKey key = ContractKeyDelivery.open(sealed, own, leaf.key());
            return new Installed(
                    new Contract(
                            response.emaid().value(),
                            chain.certificate(),
                            chain.subCertificateList()),
                    key);
        } catch (MalformedCertificateException | ContractKeyDelivery.DeliveryException e) {
            throw new CarException("the contract cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void requireSameAccount(String delivered, Certificate leaf) {
        try {
            Emaid named = Emaid.parse(leaf.commonName().orElse(""));
            if (!named.equals(Emaid.parse(delivered))) {
                throw new CarException(
                        "the contract is for "
                                + delivered
                                + " but its certificate for another account");
            }
        } catch (IdentifierException e) {
            throw new CarException("the contract has no proper eMAID: " + e.getMessage(), e);
        }
    }

    @Override
    public void store(Contract contract) {
        Installed installed = opened;
        if (installed == null || !installed.contract().equals(contract)) {
            throw new IllegalStateException("only the contract opened last can be stored");
        }
        current = installed;
    }

    private Installed installed() {
        if (current == null) {
            throw new CarException("the car has no contract certificate");
        }
        return current;
    }

    private KeyedCertificate oem() {
        return oem.orElseThrow(() -> new CarException("the car has no provisioning certificate"));
    }

    private Instant now() {
        return clock.instant();
    }
}
