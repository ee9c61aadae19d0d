package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponses;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.RevocationReason;
import org.plugcharge.certs.RevocationSnapshot.Policy;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.certs.tls.TlsEngine;
import org.plugcharge.certs.tls.TlsFailure;
import org.plugcharge.exi.Bytes;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a car makes of the OCSP answers a station shows, through a whole handshake. [V2G2-871] */
class StapleJudgementTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final TestPki PKI = TestPki.create(1, NOW);
    private static final TestPki STRANGER = TestPki.create(2, NOW);
    private static final OcspStatus GOOD = new OcspStatus.Good();
    private static final OcspStatus REVOKED =
            new OcspStatus.Revoked(NOW.minusSeconds(60), RevocationReason.KEY_COMPROMISE);

    private static final List<Iso2Profile> ISSUERS =
            List.of(Iso2Profile.CPO_SUB_CA_2, Iso2Profile.CPO_SUB_CA_1, Iso2Profile.V2G_ROOT);
    private static final List<Iso2Profile> SUBJECTS =
            List.of(Iso2Profile.SECC_LEAF, Iso2Profile.CPO_SUB_CA_2, Iso2Profile.CPO_SUB_CA_1);

    private final SecureRandom random = new SecureRandom();

    private static Bytes answer(int place, OcspStatus status, Instant at, TestPki signing) {
        Certificate issuer = PKI.certificate(ISSUERS.get(place));
        KeyedCertificate signer = signing.ocspSigner(ISSUERS.get(place));
        return OcspResponses.sign(
                List.of(
                        new OcspResponses.Answer(
                                OcspQuestion.about(PKI.certificate(SUBJECTS.get(place)), issuer),
                                status,
                                at,
                                at.plus(Duration.ofHours(1)))),
                at,
                Optional.empty(),
                signer.certificate(),
                signer.key());
    }

    private static List<Bytes> allGood() {
        return new ArrayList<>(
                List.of(
                        answer(0, GOOD, NOW, PKI),
                        answer(1, GOOD, NOW, PKI),
                        answer(2, GOOD, NOW, PKI)));
    }

    /**
     * How many staples a car that takes the station was shown; {@link TlsFailure} if it refuses.
     */
    private int plugIn(Policy policy, List<Bytes> staples) {
        ServerIdentity bare =
                ServerIdentity.of(
                        PKI.chain(Iso2Profile.SECC_LEAF),
                        PKI.key(Iso2Profile.SECC_LEAF),
                        PKI.certificate(Iso2Profile.V2G_ROOT));
        TlsEngine station =
                TlsEngine.server(new ServerProfile(List.of(bare.stapling(staples))), random);
        PkiCarKeys keys = new PkiCarKeys(PKI.anchors(), Optional.empty(), () -> NOW);
        TlsEngine car = TlsEngine.client(keys.tlsProfile(policy), random);
        while (!car.established()) {
            byte[] forth = car.output();
            station.receive(forth, 0, forth.length);
            byte[] back = station.output();
            car.receive(back, 0, back.length);
        }
        return car.summary().orElseThrow().staples();
    }

    @Test
    void goodAnswersForLeafAndSubCasAreEnough() {
        assertThat(plugIn(Policy.ALWAYS, allGood())).isEqualTo(3);
    }

    @Test
    void withoutAnswersAStationIsRefusedUnlessNoneAreNeeded() {
        assertRefused(Policy.ALWAYS, List.of(), "usable OCSP response");
        assertThat(plugIn(Policy.IF_ANSWERED, List.of())).isZero();
    }

    @Test
    void oneAnswerMissingAnywhereIsOneTooMany() {
        for (int place = 0; place < 3; place++) {
            List<Bytes> staples = allGood();
            staples.set(place, Bytes.EMPTY);
            assertRefused(Policy.ALWAYS, staples, "usable OCSP response");
            assertThat(plugIn(Policy.IF_ANSWERED, staples)).isEqualTo(2);
        }
    }

    @Test
    void aRevokedLeafOrSubCaIsRefusedAlways() {
        for (int place = 0; place < 3; place++) {
            List<Bytes> staples = allGood();
            staples.set(place, answer(place, REVOKED, NOW, PKI));
            assertRefused(Policy.ALWAYS, staples, "revoked");
            assertRefused(Policy.IF_ANSWERED, staples, "revoked");
        }
    }

    @Test
    void aStaleAnswerIsNone() {
        List<Bytes> staples = allGood();
        staples.set(0, answer(0, GOOD, NOW.minus(Duration.ofHours(2)), PKI));
        assertRefused(Policy.ALWAYS, staples, "usable OCSP response");
    }

    @Test
    void anAnswerSignedByAStrangerIsNone() {
        List<Bytes> staples = allGood();
        staples.set(0, answer(0, GOOD, NOW, STRANGER));
        assertRefused(Policy.ALWAYS, staples, "usable OCSP response");
    }

    @Test
    void anAnswerAboutAnotherCertificateIsNone() {
        List<Bytes> staples = allGood();
        staples.set(0, staples.get(1));
        assertRefused(Policy.ALWAYS, staples, "usable OCSP response");
    }

    @Test
    void anAnswerThatIsNoneAtAllIsNone() {
        List<Bytes> staples = allGood();
        staples.set(0, Bytes.fromHex("30030a0103"));
        assertRefused(Policy.ALWAYS, staples, "usable OCSP response");
    }

    private void assertRefused(Policy policy, List<Bytes> staples, String why) {
        assertThatThrownBy(() -> plugIn(policy, staples))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining(why);
    }
}
