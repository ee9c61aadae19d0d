package org.plugcharge.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.Verified;
import org.plugcharge.certs.VerifiedContract;
import org.plugcharge.certs.VerifiedCps;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.installation.ContractData;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.ListOfRootCertificateIds;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignatureVerdict;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.X509IssuerSerial;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The car's end: asks with its provisioning key, and takes a contract only if everything about it
 * is right.
 */
@NullMarked
public final class TestCar {

    public static final Bytes SESSION = Bytes.fromHex("a1b2c3d4e5f60718");

    private final KeyedCertificate provisioning;
    private final TrustAnchors anchors;
    private final List<X509IssuerSerial> roots = new ArrayList<>();

    public TestCar(TestPki pki) {
        this(pki.member(Iso2Profile.OEM_PROVISIONING_LEAF), pki);
    }

    public TestCar(KeyedCertificate provisioning, TestPki pki) {
        this(provisioning, pki.anchors());
    }

    /** A car that trusts these V2G roots and names them all. */
    public TestCar(KeyedCertificate provisioning, TrustAnchors anchors) {
        this.provisioning = provisioning;
        this.anchors = anchors;
        for (var root : anchors.v2gRoots()) {
            roots.add(new X509IssuerSerial(root.fields().subject(), root.fields().serial()));
        }
    }

    /** Names only roots nobody has. */
    public void trustNobody() {
        roots.clear();
        roots.add(new X509IssuerSerial("CN=Nobody", BigInteger.valueOf(4711)));
    }

    public CertificateInstallationReq body() {
        return new CertificateInstallationReq(
                "ID1",
                provisioning.certificate().der(),
                new ListOfRootCertificateIds(List.copyOf(roots)));
    }

    public Bytes request() {
        return request(body(), provisioning.key());
    }

    public static Bytes request(CertificateInstallationReq body, SoftwareKey key) {
        return Iso2Codec.encode(
                V2gMessage.signed(
                        SESSION,
                        MessageSignature.sign(
                                SignatureSuite.ECDSA_SHA256, key::sign, SignedElement.of(body)),
                        body));
    }

    /** Asks with this contract for a newer certificate, in the name of {@code emaid}. */
    public Bytes updateRequest(CertificateChain contract, String emaid, SoftwareKey key) {
        CertificateUpdateReq body =
                new CertificateUpdateReq(
                        "ID1",
                        org.plugcharge.v2g.iso2.CertificateChain.of(
                                contract.leaf(), contract.subCertificates()),
                        emaid,
                        new ListOfRootCertificateIds(List.copyOf(roots)));
        return Iso2Codec.encode(
                V2gMessage.signed(
                        SESSION,
                        MessageSignature.sign(
                                SignatureSuite.ECDSA_SHA256, key::sign, SignedElement.of(body)),
                        body));
    }

    /** Asks with what was installed. */
    public Bytes updateRequest(Installed installed) {
        return updateRequest(
                installed.contract().chain(), installed.emaid().canonical(), installed.key());
    }

    /** A response that refuses an update. */
    public static CertificateUpdateRes updateRefused(Bytes response) {
        V2gMessage message = Iso2Codec.decode(response);
        assertThat(message.header().sessionId()).isEqualTo(SESSION);
        assertThat(message.header().signature()).isNull();
        return assertInstanceOf(CertificateUpdateRes.class, message.body().element());
    }

    /** What was installed. */
    public record Installed(
            Emaid emaid, SoftwareKey key, VerifiedContract contract, VerifiedCps service) {}

    /**
     * Checks the provisioning service, its signature over the four parts, the contract chain, and
     * the unwrapped key.
     */
    public Installed install(Bytes response, Instant now) {
        V2gMessage message = Iso2Codec.decode(response);
        return open(
                message,
                assertInstanceOf(CertificateInstallationRes.class, message.body().element()),
                provisioning.key(),
                now);
    }

    /** The same for the answer to an update, opened with the key that is replaced. */
    public Installed update(Bytes response, SoftwareKey replaced, Instant now) {
        V2gMessage message = Iso2Codec.decode(response);
        CertificateUpdateRes body =
                assertInstanceOf(CertificateUpdateRes.class, message.body().element());
        assertThat(body.retryCounter()).isNull();
        CertificateInstallationRes parts =
                new CertificateInstallationRes(
                        body.responseCode(),
                        body.provisioningChain(),
                        body.contractChain(),
                        body.encryptedPrivateKey(),
                        body.dhPublicKey(),
                        body.emaid());
        return open(message, parts, replaced, now);
    }

    private Installed open(
            V2gMessage message,
            CertificateInstallationRes body,
            SoftwareKey receiver,
            Instant now) {
        assertThat(message.header().sessionId()).isEqualTo(SESSION);
        assertThat(body.responseCode()).isEqualTo(ResponseCode.OK);
        VerifiedCps service =
                proof(
                        ChainValidator.validate(
                                chain(body.provisioningChain()),
                                Purpose.CPS,
                                anchors,
                                RevocationSnapshot.notChecked(),
                                now));
        assertThat(
                        MessageSignature.verify(
                                SignatureSuite.ECDSA_SHA256,
                                service.publicKey().platform(),
                                message.header().signature(),
                                ContractData.signedParts(body)))
                .isInstanceOf(SignatureVerdict.Good.class);
        Emaid emaid = Emaid.parse(body.emaid().value());
        VerifiedContract contract =
                proof(
                        ChainValidator.validate(
                                chain(body.contractChain()),
                                Purpose.contractOf(emaid),
                                anchors,
                                RevocationSnapshot.notChecked(),
                                now));
        SoftwareKey key =
                ContractKeyDelivery.open(
                        new ContractKeyDelivery.Sealed(
                                body.encryptedPrivateKey().value(), body.dhPublicKey().value()),
                        receiver,
                        contract.publicKey());
        assertThat(key.publicKey()).isEqualTo(contract.publicKey());
        return new Installed(emaid, key, contract, service);
    }

    /** The code of a response that refuses. */
    public static ResponseCode refused(Bytes response) {
        V2gMessage message = Iso2Codec.decode(response);
        assertThat(message.header().sessionId()).isEqualTo(SESSION);
        return assertInstanceOf(CertificateInstallationRes.class, message.body().element())
                .responseCode();
    }

    private static CertificateChain chain(org.plugcharge.v2g.iso2.CertificateChain chain) {
        return new CertificateChain(chain.certificate(), chain.subCertificateList());
    }

    private static <P extends Verified> P proof(Verdict<P> verdict) {
        return switch (verdict) {
            case Verdict.Valid<P>(P proof) -> proof;
            case Verdict.Rejected<P>(_, _, _, String text) -> throw new AssertionError(text);
        };
    }
}
