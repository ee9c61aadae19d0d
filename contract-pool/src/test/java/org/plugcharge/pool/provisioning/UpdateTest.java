package org.plugcharge.pool.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponses;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationReason;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedCps;
import org.plugcharge.exi.Bytes;
import org.plugcharge.pool.TestCar;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.Iso2Namespaces;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The decision about an update, without database, network or clock. */
class UpdateTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final TestPki PKI = TestPki.create(1, NOW);
    private static final TestPki OTHER = TestPki.create(2, NOW);
    private static final TrustAnchors ANCHORS = PKI.anchors();
    private static final KeyedCertificate OLD = PKI.member(Iso2Profile.CONTRACT_LEAF);
    private static final CertificateChain CHAIN = PKI.chain(Iso2Profile.CONTRACT_LEAF);
    private static final String EMAID = PKI.options().emaid().canonical();
    private static final Instant END = OLD.certificate().fields().notAfter();
    private static final RevocationSnapshot UNCHECKED = RevocationSnapshot.notChecked();

    private final TestCar car = new TestCar(PKI);

    private static PooledContract contract(
            PooledContract.State state, Optional<Instant> renewUntil) {
        return new PooledContract(
                PKI.options().emaid(),
                PKI.options().pcid(),
                new Term(NOW.minusSeconds(60), END),
                state,
                NOW,
                END,
                renewUntil,
                List.of());
    }

    private static IssuedContract issued(
            PooledContract.State state, Optional<Instant> renewUntil, PooledBundle... renewed) {
        return new IssuedContract(
                OLD.certificate(), contract(state, renewUntil), false, List.of(renewed));
    }

    private static IssuedContract prolonged() {
        return issued(PooledContract.State.READY, Optional.of(END.plusSeconds(1)));
    }

    private Update.Claim claim() {
        return claim(CHAIN, EMAID, OLD.key());
    }

    private Update.Claim claim(CertificateChain chain, String emaid, SoftwareKey key) {
        return (Update.Claim)
                Update.read(Iso2Namespaces.MESSAGE, car.updateRequest(chain, emaid, key));
    }

    private Update.Genuine genuine() {
        return (Update.Genuine) Update.holder(claim(), ANCHORS, NOW);
    }

    private Update.Decision decide(IssuedContract issued) {
        return Update.decide(genuine(), Optional.of(issued), ANCHORS, UNCHECKED, NOW);
    }

    private static void assertRefused(Object outcome, UpdateRefusal reason, int retryDays) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Update.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(reason);
                            assertThat(refused.retryDays()).isEqualTo(retryDays);
                        });
    }

    @Test
    void contractThatGoesOnIsSignedUntilThen() {
        assertThat(decide(prolonged())).isEqualTo(new Update.Sign(prolonged(), END.plusSeconds(1)));
    }

    @Test
    void contractThatDoesNotGoOnIsNotDueUntilThreeWeeksBeforeItsEnd() {
        IssuedContract silent = issued(PooledContract.State.READY, Optional.empty());
        int days = (int) Duration.between(NOW, END).toDays() - 21;
        assertRefused(decide(silent), UpdateRefusal.NOT_DUE, days);
        IssuedContract asLong = issued(PooledContract.State.READY, Optional.of(END));
        assertRefused(decide(asLong), UpdateRefusal.NOT_DUE, days);
    }

    @Test
    void carWithThreeWeeksLeftAsksAgainTomorrow() {
        Instant late = END.minus(Duration.ofDays(3));
        assertRefused(
                Update.decide(
                        genuine(),
                        Optional.of(issued(PooledContract.State.READY, Optional.empty())),
                        ANCHORS,
                        UNCHECKED,
                        late),
                UpdateRefusal.NOT_DUE,
                1);
    }

    @Test
    void repeatedRequestGetsTheSameCertificateForItsSession() {
        KeyedCertificate fresh = PKI.issue(Iso2Profile.CONTRACT_LEAF, subject(), "fresh");
        PooledBundle made = answer(fresh);
        Update.Decision decision =
                decide(issued(PooledContract.State.READY, Optional.of(END.plusSeconds(1)), made));
        Bytes response = ((Update.Handed) decision).message();
        TestCar.Installed updated = car.update(response, OLD.key(), NOW);
        assertThat(updated.contract().leaf()).isEqualTo(fresh.certificate());
        assertThat(updated.key().scalar()).isEqualTo(fresh.key().scalar());
    }

    private static Subject subject() {
        return Subject.named(EMAID);
    }

    private static PooledBundle answer(KeyedCertificate fresh) {
        return ContractSigning.update(
                PKI.options().emaid(),
                PKI.chainOf(fresh.certificate(), Iso2Profile.CONTRACT_LEAF),
                ContractKeyDelivery.seal(
                        fresh.key(), OLD.certificate().key(), Entropy.seeded(Bytes.EMPTY, "seal")),
                cps(),
                PKI.key(Iso2Profile.CPS_LEAF));
    }

    private static VerifiedCps cps() {
        Verdict<VerifiedCps> verdict =
                ChainValidator.validate(
                        PKI.chain(Iso2Profile.CPS_LEAF), Purpose.CPS, ANCHORS, UNCHECKED, NOW);
        return ((Verdict.Valid<VerifiedCps>) verdict).proof();
    }

    @Test
    void foreignKeyCannotAsk() {
        Update.Reading reading =
                Update.read(
                        Iso2Namespaces.MESSAGE,
                        car.updateRequest(CHAIN, EMAID, OTHER.key(Iso2Profile.CONTRACT_LEAF)));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Update.ReadRefused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(UpdateRefusal.SIGNATURE_WRONG));
    }

    @Test
    void foreignAccountIsRefused() {
        String foreign = new Emaid("DEXYZ000000001").canonical();
        assertRefused(
                Update.holder(claim(CHAIN, foreign, OLD.key()), ANCHORS, NOW),
                UpdateRefusal.OTHER_ACCOUNT,
                1);
    }

    @Test
    void chainOfAnotherRootIsRefused() {
        Update.Claim claim =
                claim(
                        OTHER.chain(Iso2Profile.CONTRACT_LEAF),
                        OTHER.options().emaid().canonical(),
                        OTHER.key(Iso2Profile.CONTRACT_LEAF));
        assertThat(Update.holder(claim, ANCHORS, NOW))
                .isInstanceOfSatisfying(
                        Update.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(UpdateRefusal.CHAIN_UNTRUSTED));
    }

    @Test
    void provisioningCertificateIsNoContract() {
        Update.Claim claim =
                claim(
                        PKI.chain(Iso2Profile.OEM_PROVISIONING_LEAF),
                        EMAID,
                        PKI.key(Iso2Profile.OEM_PROVISIONING_LEAF));
        assertThat(Update.holder(claim, ANCHORS, NOW)).isInstanceOf(Update.Refused.class);
    }

    @Test
    void expiredContractIsNeverUpdated() {
        assertRefused(
                Update.holder(claim(), ANCHORS, END.plusSeconds(1)),
                UpdateRefusal.CERTIFICATE_EXPIRED,
                -1);
    }

    @Test
    void certificateRevokedByItsIssuerIsRefused() {
        OcspStatus status =
                new OcspStatus.Revoked(NOW.minusSeconds(60), RevocationReason.KEY_COMPROMISE);
        KeyedCertificate signer = PKI.ocspSigner(Iso2Profile.MO_SUB_CA_2);
        OcspQuestion question =
                OcspQuestion.about(OLD.certificate(), PKI.certificate(Iso2Profile.MO_SUB_CA_2));
        Bytes revoked =
                OcspResponses.sign(
                        List.of(
                                new OcspResponses.Answer(
                                        question, status, NOW, NOW.plusSeconds(3600))),
                        NOW,
                        Optional.empty(),
                        signer.certificate(),
                        signer.key());
        assertRefused(
                Update.decide(
                        genuine(),
                        Optional.of(prolonged()),
                        ANCHORS,
                        RevocationSnapshot.ofOctets(
                                RevocationSnapshot.Policy.IF_ANSWERED, List.of(revoked)),
                        NOW),
                UpdateRefusal.CERTIFICATE_REVOKED,
                -1);
    }

    @Test
    void certificateThePoolHadRevokedIsRefusedThoughNoResponderSaysSo() {
        IssuedContract revoked =
                new IssuedContract(OLD.certificate(), prolonged().contract(), true, List.of());
        assertRefused(decide(revoked), UpdateRefusal.CERTIFICATE_REVOKED, -1);
    }

    @Test
    void certificateOfAnotherPoolIsRefused() {
        assertRefused(
                Update.decide(genuine(), Optional.empty(), ANCHORS, UNCHECKED, NOW),
                UpdateRefusal.CERTIFICATE_UNKNOWN,
                -1);
    }

    @ParameterizedTest
    @EnumSource(value = PooledContract.State.class, mode = EnumSource.Mode.EXCLUDE, names = "READY")
    void contractThatIsNotReadyIsRefused(PooledContract.State state) {
        assertRefused(
                decide(issued(state, Optional.of(END.plusSeconds(1)))),
                state == PooledContract.State.CANCELLED
                        ? UpdateRefusal.CONTRACT_CANCELLED
                        : UpdateRefusal.CONTRACT_LAPSED,
                -1);
    }

    @ParameterizedTest
    @EnumSource(UpdateRefusal.class)
    void everyRefusalIsAMessageForTheCar(UpdateRefusal reason) {
        Bytes response = Update.refusal(TestCar.SESSION, Update.refused(reason, "because"));
        CertificateUpdateRes body = TestCar.updateRefused(response);
        assertThat(body.responseCode()).isEqualTo(reason.responseCode());
        assertThat(body.responseCode().failed()).isTrue();
        assertThat(body.retryCounter()).isBetween(-1, 1);
    }

    @Test
    void installationRequestIsNoUpdate() {
        assertThat(Update.read(Iso2Namespaces.MESSAGE, car.request()))
                .isInstanceOf(Update.NoRequest.class);
        assertThat(Update.read("urn:other", car.request())).isInstanceOf(Update.NoRequest.class);
    }

    @Test
    void requestCutAnywhereIsNoRequest() {
        Bytes whole = car.updateRequest(CHAIN, EMAID, OLD.key());
        for (int length = 0; length < whole.length() - 1; length++) {
            assertThat(Update.read(Iso2Namespaces.MESSAGE, whole.slice(0, length)))
                    .isInstanceOf(Update.NoRequest.class);
        }
    }
}
