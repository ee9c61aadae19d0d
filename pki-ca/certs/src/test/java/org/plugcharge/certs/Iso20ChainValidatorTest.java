package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plugcharge.certs.Iso20Profile.CONTRACT_LEAF;
import static org.plugcharge.certs.Iso20Profile.CPS_LEAF;
import static org.plugcharge.certs.Iso20Profile.OEM_PROVISIONING_LEAF;
import static org.plugcharge.certs.Iso20Profile.SECC_LEAF;
import static org.plugcharge.certs.Iso20Profile.VEHICLE_LEAF;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.certs.OcspResponses.Answer;
import org.plugcharge.certs.RevocationSnapshot.Policy;
import org.plugcharge.certs.Verdict.Rejected;
import org.plugcharge.certs.Verdict.Valid;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chains of ISO 15118-20 and of the lab, and revocation lists. */
class Iso20ChainValidatorTest {

    private static final Instant NOW = TestClock.NOW;
    private static final TestPki PKI = TestPki.create(20, NOW);
    private static final Iso20TestPki P521 = PKI.iso20(KeyType.P521);
    private static final Iso20TestPki ED448 = PKI.iso20(KeyType.ED448);
    private static final Iso20TestPki LAB = PKI.iso20(KeyType.P256);

    /** [V2G20-2674], [V2G20-2319], [V2G20-2331]. */
    @ParameterizedTest
    @EnumSource(value = KeyType.class, names = "P256", mode = EnumSource.Mode.EXCLUDE)
    void everyPurposeOfIso20(KeyType key) {
        Iso20TestPki pki = key == KeyType.P521 ? P521 : ED448;
        assertThat(valid(pki, CONTRACT_LEAF, Purpose.CONTRACT.in(Edition.ISO20)).emaid())
                .isEqualTo(PKI.options().emaid());
        assertThat(valid(pki, OEM_PROVISIONING_LEAF, Purpose.PROVISIONING.in(Edition.ISO20)).pcid())
                .isEqualTo(pki.pcid());
        assertThat(valid(pki, VEHICLE_LEAF, Purpose.VEHICLE).name())
                .isEqualTo(pki.evccid().canonical());
        assertThat(valid(pki, SECC_LEAF, Purpose.SECC.in(Edition.ISO20)).name())
                .isEqualTo("DE-PNC-S-00001-0");
        valid(pki, CPS_LEAF, Purpose.CPS.in(Edition.ISO20));
    }

    @Test
    void theLeafsKeyTellsTheEdition() {
        Purpose<VerifiedContract> both = Purpose.CONTRACT.in(Edition.ISO2, Edition.ISO20);
        valid(P521, CONTRACT_LEAF, both);
        valid(ED448, CONTRACT_LEAF, both);
        assertThat(
                        ChainValidator.validate(
                                PKI.chain(Iso2Profile.CONTRACT_LEAF),
                                both,
                                PKI.anchors(),
                                RevocationSnapshot.notChecked(),
                                NOW))
                .isInstanceOf(Valid.class);
        assertThat(judge(P521, CONTRACT_LEAF, Purpose.CONTRACT))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo("iso2.curve"));
    }

    /** The open stacks present a P-256 provisioning certificate as TLS client. */
    @Test
    void theLabTakesWhatOpenStacksHave() {
        valid(LAB, OEM_PROVISIONING_LEAF, Purpose.VEHICLE.in(Edition.ISO20, Edition.LAB));
        valid(LAB, VEHICLE_LEAF, Purpose.VEHICLE.in(Edition.LAB));
        valid(LAB, CONTRACT_LEAF, Purpose.CONTRACT.in(Edition.LAB));
        assertThat(judge(LAB, VEHICLE_LEAF, Purpose.VEHICLE)).isInstanceOf(Rejected.class);
        assertThat(judge(LAB, CONTRACT_LEAF, Purpose.VEHICLE.in(Edition.LAB)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aVehicleUnderAV2gRoot() {
        TrustAnchors crossed =
                TrustAnchors.none().withV2gRoots(P521.certificate(Iso20Profile.OEM_ROOT));
        assertThat(
                        ChainValidator.validate(
                                P521.chain(VEHICLE_LEAF),
                                Purpose.VEHICLE,
                                crossed,
                                RevocationSnapshot.notChecked(),
                                NOW))
                .isInstanceOf(Valid.class);
    }

    /** [V2G20-1021]: an answer lives a week. */
    @ParameterizedTest
    @EnumSource(value = KeyType.class, names = "P256", mode = EnumSource.Mode.EXCLUDE)
    void ocspAnswersByKeysOfIso20(KeyType key) {
        Iso20TestPki pki = key == KeyType.P521 ? P521 : ED448;
        List<Iso20Profile> path =
                List.of(
                        CONTRACT_LEAF,
                        Iso20Profile.MO_SUB_CA_2,
                        Iso20Profile.MO_SUB_CA_1,
                        Iso20Profile.MO_ROOT);
        List<OcspResponse> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            KeyedCertificate signer = pki.ocspSigner(path.get(i + 1));
            OcspQuestion question =
                    OcspQuestion.about(
                            pki.certificate(path.get(i)), pki.certificate(path.get(i + 1)));
            Answer good =
                    new Answer(question, new OcspStatus.Good(), NOW, NOW.plus(Duration.ofDays(7)));
            answers.add(
                    OcspResponse.parse(
                            OcspResponses.sign(
                                    List.of(good),
                                    NOW,
                                    Optional.of(Bytes.fromHex("0102")),
                                    signer.certificate(),
                                    signer.key())));
        }
        RevocationSnapshot snapshot = RevocationSnapshot.of(Policy.ALWAYS, answers);
        for (RevocationSnapshot good :
                List.of(snapshot, snapshot.askedWith(Bytes.fromHex("0102")))) {
            assertThat(
                            ChainValidator.validate(
                                    pki.chain(CONTRACT_LEAF),
                                    Purpose.CONTRACT.in(Edition.ISO20),
                                    pki.anchors(),
                                    good,
                                    NOW))
                    .isInstanceOf(Valid.class);
        }
        assertThat(
                        ChainValidator.validate(
                                pki.chain(CONTRACT_LEAF),
                                Purpose.CONTRACT.in(Edition.ISO20),
                                pki.anchors(),
                                snapshot.askedWith(Bytes.fromHex("0103")),
                                NOW))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void revocationListsProveWhatOcspProves() {
        List<RevocationList> lists = new ArrayList<>();
        for (Iso20Profile authority :
                List.of(Iso20Profile.MO_SUB_CA_2, Iso20Profile.MO_SUB_CA_1, Iso20Profile.MO_ROOT)) {
            lists.add(list(authority, 1, List.of(), Optional.empty()));
        }
        assertThat(judge(lists)).isInstanceOf(Valid.class);
        assertThat(judge(lists.subList(0, 2))).isInstanceOf(Rejected.class);

        BigInteger serial = P521.certificate(CONTRACT_LEAF).fields().serial();
        var hold =
                new RevocationLists.Entry(
                        serial,
                        NOW.minusSeconds(5),
                        Optional.of(RevocationReason.CERTIFICATE_HOLD));
        var resumed = new RevocationLists.Entry(serial, NOW, Optional.empty());
        List<RevocationList> suspended = new ArrayList<>(lists);
        suspended.set(0, list(Iso20Profile.MO_SUB_CA_2, 2, List.of(hold), Optional.empty()));
        assertThat(judge(suspended))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> {
                            assertThat(rejected.reason()).isEqualTo(Reason.REVOKED);
                            assertThat(rejected.text()).contains("certificateHold");
                        });
        suspended.add(
                list(Iso20Profile.MO_SUB_CA_2, 3, List.of(resumed), Optional.of(BigInteger.TWO)));
        assertThat(judge(suspended)).as("taken off hold by the delta").isInstanceOf(Valid.class);
        suspended.set(
                suspended.size() - 1,
                list(Iso20Profile.MO_SUB_CA_2, 9, List.of(resumed), Optional.of(BigInteger.TEN)));
        assertThat(judge(suspended)).as("a delta on another list").isInstanceOf(Rejected.class);
    }

    @Test
    void revocationListsSurviveTheirOctets() {
        RevocationList list = list(Iso20Profile.MO_ROOT, 5, List.of(), Optional.empty());
        assertThat(RevocationList.parse(list.der())).isEqualTo(list);
        assertThat(list.number()).hasValue(BigInteger.valueOf(5));
        assertThat(list.isDelta()).isFalse();
        assertThat(list.size()).isZero();
    }

    private static RevocationList list(
            Iso20Profile authority,
            int number,
            List<RevocationLists.Entry> entries,
            Optional<BigInteger> base) {
        Issuer issuer = P521.member(authority).issuer();
        RevocationLists.Issue issue =
                new RevocationLists.Issue(
                        BigInteger.valueOf(number),
                        NOW.minusSeconds(60).plusSeconds(number),
                        NOW.plus(Duration.ofDays(1)));
        return RevocationList.parse(
                base.isPresent()
                        ? RevocationLists.delta(entries, issue, base.get(), issuer)
                        : RevocationLists.full(entries, issue, issuer));
    }

    private static Verdict<VerifiedContract> judge(List<RevocationList> lists) {
        return ChainValidator.validate(
                P521.chain(CONTRACT_LEAF),
                Purpose.CONTRACT.in(Edition.ISO20),
                P521.anchors(),
                RevocationSnapshot.of(Policy.ALWAYS, List.of()).withLists(lists),
                NOW);
    }

    private static <P extends Verified> Verdict<P> judge(
            Iso20TestPki pki, Iso20Profile leaf, Purpose<P> purpose) {
        return ChainValidator.validate(
                pki.chain(leaf), purpose, pki.anchors(), RevocationSnapshot.notChecked(), NOW);
    }

    private static <P extends Verified> P valid(
            Iso20TestPki pki, Iso20Profile leaf, Purpose<P> purpose) {
        return switch (judge(pki, leaf, purpose)) {
            case Valid<P>(P proof) -> proof;
            case Rejected<P> rejected -> throw new AssertionError(rejected.toString());
        };
    }
}
