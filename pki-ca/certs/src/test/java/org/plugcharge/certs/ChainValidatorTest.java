package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.plugcharge.certs.Iso2Profile.CONTRACT_LEAF;
import static org.plugcharge.certs.Iso2Profile.CPO_SUB_CA_2;
import static org.plugcharge.certs.Iso2Profile.CPS_LEAF;
import static org.plugcharge.certs.Iso2Profile.MO_ROOT;
import static org.plugcharge.certs.Iso2Profile.MO_SUB_CA_1;
import static org.plugcharge.certs.Iso2Profile.MO_SUB_CA_2;
import static org.plugcharge.certs.Iso2Profile.OEM_PROVISIONING_LEAF;
import static org.plugcharge.certs.Iso2Profile.SECC_LEAF;
import static org.plugcharge.certs.Iso2Profile.TLS_SERVER;

import static java.util.Objects.requireNonNull;

import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.certs.OcspResponses.Answer;
import org.plugcharge.certs.RevocationSnapshot.Policy;
import org.plugcharge.certs.Verdict.Rejected;
import org.plugcharge.certs.Verdict.Valid;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ChainValidatorTest {

    private static final Instant NOW = TestClock.NOW;
    private static final TestPki PKI = TestPki.create(7, NOW);
    private static final SoftwareKey STRANGER =
            SoftwareKey.generate(Entropy.seeded(Bytes.of((byte) 9), "stranger"));

    private final Certificate leaf = PKI.certificate(CONTRACT_LEAF);
    private final Certificate sub2 = PKI.certificate(MO_SUB_CA_2);
    private final Certificate sub1 = PKI.certificate(MO_SUB_CA_1);
    private final Certificate root = PKI.certificate(MO_ROOT);

    // The four purposes of a car's world, and the operator's servers.

    @Test
    void aContract() {
        VerifiedContract contract = valid(judge(PKI.chain(CONTRACT_LEAF), Purpose.CONTRACT));
        assertThat(contract.emaid()).isEqualTo(PKI.options().emaid());
        assertThat(contract.path()).containsExactly(leaf, sub2, sub1, root);
        assertThat(contract.chain()).isEqualTo(PKI.chain(CONTRACT_LEAF));
        assertThat(contract.publicKey()).isEqualTo(PKI.key(CONTRACT_LEAF).publicKey());
        assertThat(contract.notAfter()).isEqualTo(leaf.fields().notAfter());
    }

    @Test
    void aVehicleAStationAProvisioningServiceAndAServer() {
        assertThat(valid(judge(PKI.chain(OEM_PROVISIONING_LEAF), Purpose.PROVISIONING)).pcid())
                .isEqualTo(PKI.options().pcid());
        assertThat(valid(judge(PKI.chain(SECC_LEAF), Purpose.SECC)).name())
                .isEqualTo("DE*PNC*E00001");
        assertThat(valid(judge(PKI.chain(CPS_LEAF), Purpose.CPS)).leaf())
                .isEqualTo(PKI.certificate(CPS_LEAF));
        assertThat(valid(judge(PKI.chain(TLS_SERVER), Purpose.SERVER)).hostNames())
                .contains("localhost", "127.0.0.1");
    }

    @Test
    void orderDuplicatesAndTheRootDoNotMatter() {
        List<Bytes> subs =
                new ArrayList<>(
                        List.of(
                                sub1.der(),
                                sub2.der(),
                                sub1.der(),
                                root.der(),
                                leaf.der(),
                                PKI.certificate(CPO_SUB_CA_2).der()));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(subs, new Random(i));
            VerifiedContract contract =
                    valid(judge(new CertificateChain(leaf.der(), subs), Purpose.CONTRACT));
            assertThat(contract.path()).containsExactly(leaf, sub2, sub1, root);
        }
    }

    // Trust.

    @Test
    void noPurposeTakesTheChainOfAnother() {
        rejected(judge(PKI.chain(CONTRACT_LEAF), Purpose.SECC), Reason.UNTRUSTED, 2);
        rejected(judge(PKI.chain(CONTRACT_LEAF), Purpose.CPS), Reason.UNTRUSTED, 2);
        rejected(judge(PKI.chain(CONTRACT_LEAF), Purpose.PROVISIONING), Reason.UNTRUSTED, 2);
        rejected(judge(PKI.chain(CONTRACT_LEAF), Purpose.SERVER), Reason.UNTRUSTED, 2);
        rejected(judge(PKI.chain(OEM_PROVISIONING_LEAF), Purpose.CONTRACT), Reason.UNTRUSTED, 2);
        rejected(judge(PKI.chain(SECC_LEAF), Purpose.CONTRACT), Reason.WRONG_DOMAIN, 0);
        rejected(judge(PKI.chain(SECC_LEAF), Purpose.CPS), Reason.WRONG_DOMAIN, 0);
        rejected(judge(PKI.chain(CPS_LEAF), Purpose.SECC), Reason.WRONG_KEY_USAGE, 0);
        rejected(judge(PKI.chain(TLS_SERVER), Purpose.SECC), Reason.UNTRUSTED, 0);
    }

    @Test
    void aMissingIssuerIsNamed() {
        Rejected<VerifiedContract> rejected =
                rejected(
                        judge(CertificateChain.of(leaf, sub1), Purpose.CONTRACT),
                        Reason.UNTRUSTED,
                        0);
        assertThat(rejected.text()).contains("TEST MO SUB CA 2");
        rejected(judge(CertificateChain.of(leaf), Purpose.CONTRACT), Reason.UNTRUSTED, 0);
        rejected(judge(CertificateChain.of(leaf, sub2), Purpose.CONTRACT), Reason.UNTRUSTED, 1);
        rejected(
                ChainValidator.validate(
                        PKI.chain(CONTRACT_LEAF),
                        Purpose.CONTRACT,
                        TrustAnchors.none(),
                        RevocationSnapshot.notChecked(),
                        NOW),
                Reason.UNTRUSTED,
                2);
    }

    /**
     * The forgery that name-and-identifier matching lets through: everything is copied but the
     * keys.
     */
    @Test
    void copiedNamesAndKeyIdentifiersDoNotHelp() {
        Certificate forgedLeaf = Forge.like(leaf).key(STRANGER.publicKey()).signedBy(STRANGER);
        rejected(
                judge(CertificateChain.of(forgedLeaf, sub2, sub1), Purpose.CONTRACT),
                Reason.BAD_SIGNATURE,
                0);

        Certificate forgedSub = Forge.like(sub2).key(STRANGER.publicKey()).signedBy(STRANGER);
        rejected(
                judge(CertificateChain.of(forgedLeaf, forgedSub, sub1), Purpose.CONTRACT),
                Reason.BAD_SIGNATURE,
                1);

        Certificate forgedTop = Forge.like(sub1).key(STRANGER.publicKey()).signedBy(STRANGER);
        Certificate forgedRoot = Forge.like(root).key(STRANGER.publicKey()).signedBy(STRANGER);
        rejected(
                judge(
                        CertificateChain.of(forgedLeaf, forgedSub, forgedTop, forgedRoot),
                        Purpose.CONTRACT),
                Reason.BAD_SIGNATURE,
                3);
    }

    @Test
    void aGenuineSubAmongForgedTwinsIsFound() {
        Certificate twin = Forge.like(sub2).key(STRANGER.publicKey()).signedBy(STRANGER);
        valid(judge(CertificateChain.of(leaf, twin, sub2, sub1), Purpose.CONTRACT));
    }

    @Test
    void knotsEnd() {
        List<Bytes> knot = new ArrayList<>();
        for (int i = 0; i < CertificateChain.MAX_SUB_CERTIFICATES; i++) {
            knot.add(
                    Forge.like(root)
                            .key(STRANGER.publicKey())
                            .serial(BigInteger.valueOf(i + 1))
                            .signedBy(STRANGER)
                            .der());
        }
        Certificate start = Forge.like(leaf).under(root).signedBy(STRANGER);
        rejected(
                judge(new CertificateChain(start.der(), knot), Purpose.CONTRACT),
                Reason.BAD_SIGNATURE,
                8);
    }

    // What certificates say.

    @Test
    void aLeafIsNoCa() {
        Certificate second =
                Forge.like(leaf)
                        .under(leaf)
                        .key(STRANGER.publicKey())
                        .signedBy(PKI.key(CONTRACT_LEAF));
        rejected(
                judge(CertificateChain.of(second, leaf, sub2), Purpose.CONTRACT),
                Reason.UNTRUSTED,
                2);
        Certificate shortLeaf = Forge.like(leaf).under(root).signedBy(PKI.key(MO_ROOT));
        Certificate below =
                Forge.like(leaf)
                        .under(shortLeaf)
                        .key(STRANGER.publicKey())
                        .signedBy(PKI.key(CONTRACT_LEAF));
        rejected(
                judge(CertificateChain.of(below, shortLeaf), Purpose.CONTRACT), Reason.NOT_A_CA, 1);
    }

    @Test
    void aCaIsNoLeaf() {
        rejected(judge(CertificateChain.of(sub2, sub1), Purpose.CONTRACT), Reason.CA_AS_LEAF, 0);
        rejected(judge(CertificateChain.of(root), Purpose.CONTRACT), Reason.CA_AS_LEAF, 0);
    }

    @Test
    void aCaWithoutTheKeyUsage() {
        Certificate noSign =
                Forge.like(sub2).usages(KeyUsage.DIGITAL_SIGNATURE).signedBy(PKI.key(MO_SUB_CA_1));
        rejected(
                judge(CertificateChain.of(leaf, noSign, sub1), Purpose.CONTRACT),
                Reason.WRONG_KEY_USAGE,
                1);
    }

    @Test
    void aLeafWithoutTheKeyUsage() {
        Certificate noSignature = contract(Forge.like(leaf).usages(KeyUsage.KEY_AGREEMENT));
        rejected(judge(withSubs(noSignature), Purpose.CONTRACT), Reason.WRONG_KEY_USAGE, 0);
        Certificate signsAnswers =
                contract(Forge.like(leaf).extendedKeyUsage(Iso2Profile.OCSP_SIGNING));
        rejected(judge(withSubs(signsAnswers), Purpose.CONTRACT), Reason.WRONG_KEY_USAGE, 0);
        Certificate signsCertificates =
                contract(
                        Forge.like(leaf)
                                .usages(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_CERT_SIGN));
        rejected(judge(withSubs(signsCertificates), Purpose.CONTRACT), Reason.WRONG_KEY_USAGE, 0);
    }

    /** [V2G2-009]. */
    @Test
    void pathLengths() {
        Certificate tight = Forge.like(sub1).pathLength(Optional.of(0)).signedBy(PKI.key(MO_ROOT));
        rejected(
                judge(CertificateChain.of(leaf, sub2, tight), Purpose.CONTRACT),
                Reason.PATH_TOO_LONG,
                2);

        Certificate loose1 = Forge.like(sub1).pathLength(Optional.of(5)).signedBy(PKI.key(MO_ROOT));
        Certificate loose2 =
                Forge.like(sub2).pathLength(Optional.of(4)).signedBy(PKI.key(MO_SUB_CA_1));
        Certificate loose3 =
                Forge.like(sub2)
                        .under(loose2)
                        .subject(name -> name.replace("CA 2", "CA 3"))
                        .key(STRANGER.publicKey())
                        .signedBy(PKI.key(MO_SUB_CA_2));
        Certificate deep = Forge.like(leaf).under(loose3).signedBy(STRANGER);
        rejected(
                judge(CertificateChain.of(deep, loose3, loose2, loose1), Purpose.CONTRACT),
                Reason.PATH_TOO_LONG,
                3);
    }

    /** [V2G2-006]. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "secp521r1",
                "secp384r1",
                "secp256k1",
                "brainpoolP256r1",
                "RSA",
                "explicit",
                "compressed"
            })
    void otherKeys(String kind) throws Exception {
        Certificate other = contract(Forge.like(leaf).key(otherKey(kind)));
        rejected(judge(withSubs(other), Purpose.CONTRACT), Reason.WRONG_KEY, 0);
        Certificate otherSub = Forge.like(sub2).key(otherKey(kind)).signedBy(PKI.key(MO_SUB_CA_1));
        rejected(
                judge(CertificateChain.of(leaf, otherSub, sub1), Purpose.CONTRACT),
                Reason.WRONG_KEY,
                1);
    }

    @Test
    void extensionsNobodyUnderstands() {
        rejected(
                judge(
                        withSubs(contract(Forge.like(leaf).unknownCriticalExtension())),
                        Purpose.CONTRACT),
                Reason.UNKNOWN_EXTENSION,
                0);
        NameConstraints constraints =
                new NameConstraints(
                        new GeneralSubtree[] {
                            new GeneralSubtree(
                                    new GeneralName(GeneralName.dNSName, "plugcharge.test"))
                        },
                        null);
        Certificate constrained =
                Forge.like(sub2)
                        .extension("2.5.29.30", false, constraints)
                        .signedBy(PKI.key(MO_SUB_CA_1));
        rejected(
                judge(CertificateChain.of(leaf, constrained, sub1), Purpose.CONTRACT),
                Reason.UNKNOWN_EXTENSION,
                1);
    }

    /** [V2G2-010]. */
    @Test
    void oversizeAndOctetsThatAreNone() {
        Certificate big =
                contract(
                        Forge.like(leaf)
                                .extension(
                                        "1.3.6.1.4.1.99999.2",
                                        false,
                                        new DEROctetString(new byte[400])));
        assertThat(big.der().length()).isGreaterThan(800);
        rejected(judge(withSubs(big), Purpose.CONTRACT), Reason.TOO_LARGE, 0);
        rejected(
                judge(new CertificateChain(Bytes.EMPTY, List.of()), Purpose.CONTRACT),
                Reason.MALFORMED,
                0);
        rejected(
                judge(
                        new CertificateChain(leaf.der(), List.of(sub2.der().slice(0, 200))),
                        Purpose.CONTRACT),
                Reason.MALFORMED,
                1);
    }

    /** [V2G2-925]. */
    @Test
    void domainComponents() {
        Certificate foreign =
                contract(Forge.like(leaf).subject(name -> name.replace("DC=MO", "DC=CPO")));
        rejected(judge(withSubs(foreign), Purpose.CONTRACT), Reason.WRONG_DOMAIN, 0);
        Certificate twice = contract(Forge.like(leaf).subject(name -> name + ",DC=CPO"));
        rejected(judge(withSubs(twice), Purpose.CONTRACT), Reason.WRONG_DOMAIN, 0);
        Certificate silent = contract(Forge.like(leaf).subject(name -> name.replace(",DC=MO", "")));
        valid(judge(withSubs(silent), Purpose.CONTRACT));
        Certificate silentStation =
                Forge.like(PKI.certificate(SECC_LEAF))
                        .subject(name -> name.replace(",DC=CPO", ""))
                        .signedBy(PKI.key(CPO_SUB_CA_2));
        rejected(
                judge(PKI.chainOf(silentStation, SECC_LEAF), Purpose.SECC), Reason.WRONG_DOMAIN, 0);
    }

    /**
     * All roles meet under the V2G root: a station operator's CA must not make contracts or sign
     * contract data.
     */
    @ParameterizedTest
    @ValueSource(strings = {"CONTRACT_LEAF", "CPS_LEAF", "OEM_PROVISIONING_LEAF"})
    void aStationOperatorsCaMakesOnlyStations(String role) {
        Iso2Profile profile = Iso2Profile.valueOf(role);
        Certificate made =
                Forge.like(PKI.certificate(profile))
                        .under(PKI.certificate(CPO_SUB_CA_2))
                        .signedBy(PKI.key(CPO_SUB_CA_2));
        Purpose<?> purpose =
                switch (profile) {
                    case CONTRACT_LEAF -> Purpose.CONTRACT;
                    case CPS_LEAF -> Purpose.CPS;
                    default -> Purpose.PROVISIONING;
                };
        rejected(judge(PKI.chainOf(made, SECC_LEAF), purpose), Reason.WRONG_DOMAIN, 1);
    }

    @Test
    void names() {
        rejected(
                judge(PKI.chain(CONTRACT_LEAF), Purpose.contractOf(Emaid.parse("FRXYZ123456789"))),
                Reason.OTHER_IDENTITY,
                0);
        valid(judge(PKI.chain(CONTRACT_LEAF), Purpose.contractOf(PKI.options().emaid())));
        Certificate wrongCheck =
                contract(Forge.like(leaf).subject(name -> name.replace("00001A", "00001B")));
        rejected(judge(withSubs(wrongCheck), Purpose.CONTRACT), Reason.WRONG_NAME, 0);
        Certificate two = contract(Forge.like(leaf).subject(name -> name + ",CN=FRXYZ1234567892"));
        rejected(judge(withSubs(two), Purpose.CONTRACT), Reason.WRONG_NAME, 0);
        Certificate none = contract(Forge.like(leaf).subject(name -> "O=nobody,DC=MO"));
        rejected(judge(withSubs(none), Purpose.CONTRACT), Reason.WRONG_NAME, 0);
        Certificate namelessStation =
                Forge.like(PKI.certificate(SECC_LEAF))
                        .subject(name -> "O=nobody,DC=CPO")
                        .signedBy(PKI.key(CPO_SUB_CA_2));
        rejected(
                judge(PKI.chainOf(namelessStation, SECC_LEAF), Purpose.SECC), Reason.WRONG_NAME, 0);
        rejected(
                judge(
                        PKI.chain(OEM_PROVISIONING_LEAF),
                        Purpose.provisioningOf(new Pcid("WPCTESTVEHICLE002"))),
                Reason.OTHER_IDENTITY,
                0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void expiredAndNotYetValidAtEveryLevel(int level) {
        List<Certificate> path = List.of(leaf, sub2, sub1, root);
        List<SoftwareKey> signers =
                List.of(
                        PKI.key(MO_SUB_CA_2),
                        PKI.key(MO_SUB_CA_1),
                        PKI.key(MO_ROOT),
                        PKI.key(MO_ROOT));
        for (Reason reason : List.of(Reason.EXPIRED, Reason.NOT_YET_VALID)) {
            Forge forge = Forge.like(path.get(level));
            Certificate wrong =
                    (reason == Reason.EXPIRED
                                    ? forge.until(NOW.minusSeconds(1))
                                    : forge.from(NOW.plusSeconds(1)))
                            .signedBy(signers.get(level));
            List<Certificate> all = new ArrayList<>(path);
            all.set(level, wrong);
            Verdict<VerifiedContract> verdict =
                    ChainValidator.validate(
                            CertificateChain.of(all.get(0), all.get(1), all.get(2)),
                            Purpose.CONTRACT,
                            TrustAnchors.none().withMoRoots(all.get(3)),
                            RevocationSnapshot.notChecked(),
                            NOW);
            rejected(verdict, reason, level);
        }
    }

    /** A forged chain is not called expired: that would tell a thief how near he was. */
    @Test
    void expiredIsOnlySaidOfGenuineChains() {
        Certificate forged = Forge.like(leaf).until(NOW.minusSeconds(1)).signedBy(STRANGER);
        rejected(judge(withSubs(forged), Purpose.CONTRACT), Reason.BAD_SIGNATURE, 0);
    }

    @Test
    void anchorsAreRoots() {
        for (Certificate wrong : List.of(leaf, sub1, Forge.like(root).signedBy(STRANGER))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> TrustAnchors.none().withMoRoots(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("self-signed CA");
        }
    }

    // Revocation.

    @Test
    void goodAnswersForAll() {
        valid(judge(Policy.ALWAYS, goodAnswers()));
        valid(judge(Policy.IF_ANNOUNCED, goodAnswers()));
    }

    @Test
    void silence() {
        valid(judge(Policy.NOT_CHECKED, List.of()));
        valid(judge(Policy.IF_ANSWERED, List.of()));
        rejected(judge(Policy.IF_ANNOUNCED, List.of()), Reason.STATUS_UNKNOWN, 0);
        rejected(judge(Policy.ALWAYS, List.of()), Reason.STATUS_UNKNOWN, 0);
        rejected(judge(Policy.ALWAYS, goodAnswers().subList(0, 2)), Reason.STATUS_UNKNOWN, 2);
    }

    @Test
    void realContractsNameNoResponder() {
        Certificate quiet = contract(Forge.like(leaf));
        assertThat(quiet.fields().ocspUrls()).isEmpty();
        RevocationSnapshot snapshot =
                RevocationSnapshot.of(Policy.IF_ANNOUNCED, goodAnswers().subList(1, 3));
        valid(
                ChainValidator.validate(
                        withSubs(quiet), Purpose.CONTRACT, PKI.anchors(), snapshot, NOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void revokedAtEveryLevel(int level) {
        OcspStatus revoked =
                new OcspStatus.Revoked(NOW.minusSeconds(9), RevocationReason.KEY_COMPROMISE);
        List<OcspResponse> answers = new ArrayList<>(goodAnswers());
        answers.set(level, answer(level, revoked, NOW));
        for (Policy policy : List.of(Policy.IF_ANSWERED, Policy.IF_ANNOUNCED, Policy.ALWAYS)) {
            Rejected<VerifiedContract> rejected =
                    rejected(judge(policy, answers), Reason.REVOKED, level);
            assertThat(rejected.text()).contains("keyCompromise");
        }
    }

    @Test
    void theNewestAnswerCounts() {
        OcspStatus hold =
                new OcspStatus.Revoked(NOW.minusSeconds(900), RevocationReason.CERTIFICATE_HOLD);
        List<OcspResponse> resumed = new ArrayList<>(goodAnswers());
        resumed.add(answer(0, hold, NOW.minusSeconds(600)));
        valid(judge(Policy.ALWAYS, resumed));
        List<OcspResponse> suspended = new ArrayList<>(goodAnswers());
        suspended.set(0, answer(0, new OcspStatus.Good(), NOW.minusSeconds(600)));
        suspended.add(answer(0, hold, NOW.minusSeconds(1)));
        rejected(judge(Policy.ALWAYS, suspended), Reason.REVOKED, 0);
    }

    @Test
    void answersThatProveNothing() {
        KeyedCertificate signer = PKI.ocspSigner(MO_SUB_CA_2);
        KeyedCertificate otherCas = PKI.ocspSigner(MO_SUB_CA_1);
        Answer good = goodAnswer(0, new OcspStatus.Good(), NOW);
        Certificate selfMade =
                Forge.like(signer.certificate())
                        .extendedKeyUsage(Iso2Profile.OCSP_SIGNING)
                        .key(STRANGER.publicKey())
                        .signedBy(STRANGER);
        Certificate expiredSigner =
                Forge.like(signer.certificate())
                        .extendedKeyUsage(Iso2Profile.OCSP_SIGNING)
                        .until(NOW.minusSeconds(1))
                        .signedBy(PKI.key(MO_SUB_CA_2));
        proveNothing("a stranger", sign(good, signer.certificate(), STRANGER));
        proveNothing("a stranger with a certificate of his own", sign(good, selfMade, STRANGER));
        proveNothing("another CA's signer", sign(good, otherCas.certificate(), otherCas.key()));
        proveNothing("the contract itself", sign(good, leaf, PKI.key(CONTRACT_LEAF)));
        proveNothing("an expired signer", sign(good, expiredSigner, signer.key()));
        proveNothing("stale", answer(0, new OcspStatus.Good(), NOW.minus(Duration.ofDays(8))));
        proveNothing(
                "the future", answer(0, new OcspStatus.Good(), NOW.plus(Duration.ofMinutes(6))));
        proveNothing("unknown", answer(0, new OcspStatus.Unknown(), NOW));
        proveNothing("another certificate", answer(1, new OcspStatus.Good(), NOW));
        Answer past =
                new Answer(
                        OcspQuestion.about(leaf, sub2),
                        new OcspStatus.Good(),
                        NOW.minusSeconds(100),
                        NOW.minusSeconds(1));
        proveNothing("past its end", sign(past, signer.certificate(), signer.key()));
    }

    @Test
    void theIssuerItselfMayAnswer() {
        List<OcspResponse> answers = new ArrayList<>(goodAnswers());
        answers.set(0, sign(goodAnswer(0, new OcspStatus.Good(), NOW), sub2, PKI.key(MO_SUB_CA_2)));
        valid(judge(Policy.ALWAYS, answers));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasAWordForTheCarAndOneForTheStation(Reason reason) {
        assertThat(reason.iso2ResponseCode())
                .isIn(
                        "FAILED_CertChainError",
                        "FAILED_CertificateExpired",
                        "FAILED_CertificateRevoked");
        assertThat(reason.iso20ResponseCode())
                .isIn(
                        "WARNING_CertificateExpired",
                        "WARNING_CertificateNotYetValid",
                        "WARNING_CertificateRevoked",
                        "WARNING_CertificateValidationError");
        assertThat(reason.ocpp().certificateStatus())
                .isIn("CertChainError", "CertificateExpired", "CertificateRevoked");
        assertThat(reason.ocpp().idTokenStatus()).isIn("Invalid", "Expired");
    }

    // Helpers.

    private void proveNothing(String who, OcspResponse response) {
        List<OcspResponse> answers = new ArrayList<>(goodAnswers());
        answers.set(0, response);
        Verdict<VerifiedContract> verdict = judge(Policy.ALWAYS, answers);
        assertThat(verdict).as(who).isInstanceOf(Rejected.class);
        rejected(verdict, Reason.STATUS_UNKNOWN, 0);
    }

    private List<OcspResponse> goodAnswers() {
        return List.of(
                answer(0, new OcspStatus.Good(), NOW),
                answer(1, new OcspStatus.Good(), NOW),
                answer(2, new OcspStatus.Good(), NOW));
    }

    private OcspResponse answer(int level, OcspStatus status, Instant thisUpdate) {
        Iso2Profile authority = List.of(MO_SUB_CA_2, MO_SUB_CA_1, MO_ROOT).get(level);
        KeyedCertificate signer = PKI.ocspSigner(authority);
        return sign(goodAnswer(level, status, thisUpdate), signer.certificate(), signer.key());
    }

    private Answer goodAnswer(int level, OcspStatus status, Instant thisUpdate) {
        List<Certificate> path = List.of(leaf, sub2, sub1, root);
        OcspQuestion question = OcspQuestion.about(path.get(level), path.get(level + 1));
        return new Answer(question, status, thisUpdate, thisUpdate.plus(Duration.ofDays(30)));
    }

    private static OcspResponse sign(Answer answer, Certificate signer, SoftwareKey key) {
        return OcspResponse.parse(
                OcspResponses.sign(List.of(answer), NOW, Optional.empty(), signer, key));
    }

    private Verdict<VerifiedContract> judge(Policy policy, List<OcspResponse> answers) {
        return ChainValidator.validate(
                PKI.chain(CONTRACT_LEAF),
                Purpose.CONTRACT,
                PKI.anchors(),
                RevocationSnapshot.of(policy, answers),
                NOW);
    }

    private static <P extends Verified> Verdict<P> judge(
            CertificateChain chain, Purpose<P> purpose) {
        return ChainValidator.validate(
                chain, purpose, PKI.anchors(), RevocationSnapshot.notChecked(), NOW);
    }

    private Certificate contract(Forge forge) {
        return forge.signedBy(PKI.key(MO_SUB_CA_2));
    }

    private CertificateChain withSubs(Certificate other) {
        return CertificateChain.of(other, sub2, sub1);
    }

    private static SubjectPublicKeyInfo otherKey(String kind) throws Exception {
        if (kind.equals("explicit")) {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(
                            X9ObjectIdentifiers.id_ecPublicKey,
                            requireNonNull(ECNamedCurveTable.getByName("prime256v1"))),
                    STRANGER.publicKey().keyBits().toArray());
        }
        if (kind.equals("compressed")) {
            Bytes point = STRANGER.publicKey().keyBits();
            byte[] compressed = point.slice(0, 33).toArray();
            compressed[0] = (byte) (2 + (point.at(64) & 1));
            return new SubjectPublicKeyInfo(KeyType.P256.keyAlgorithm(), compressed);
        }
        if (kind.equals("RSA")) {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(1024, new SecureRandom());
            return SubjectPublicKeyInfo.getInstance(rsa.generateKeyPair().getPublic().getEncoded());
        }
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC", Crypto.bouncyCastle().provider());
        ec.initialize(new java.security.spec.ECGenParameterSpec(kind), new SecureRandom());
        return SubjectPublicKeyInfo.getInstance(ec.generateKeyPair().getPublic().getEncoded());
    }

    private static <P extends Verified> P valid(Verdict<P> verdict) {
        return switch (verdict) {
            case Valid<P>(P proof) -> proof;
            case Rejected<P> rejected -> fail("expected a valid chain, found " + rejected);
        };
    }

    private static <P extends Verified> Rejected<P> rejected(
            Verdict<P> verdict, Reason reason, int index) {
        return switch (verdict) {
            case Valid<P>(P proof) -> fail("expected " + reason + ", found valid " + proof);
            case Rejected<P> rejected -> {
                assertThat(rejected.reason()).as("%s", rejected).isEqualTo(reason);
                assertThat(rejected.certificateIndex()).as("%s", rejected).isEqualTo(index);
                assertThat(rejected.rule()).contains(".");
                yield rejected;
            }
        };
    }
}
