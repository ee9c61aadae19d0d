package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.RevocationSnapshot.Policy;
import org.plugcharge.exi.Bytes;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Thousands of changed octets: every reader says MalformedCertificateException or reads, and the
 * validator never throws.
 */
class HostileInputTest {

    private static final int ROUNDS = 1_000;

    /** For what strangers send to a CA. */
    private static final int MANY_ROUNDS = 10_000;

    private static final TestPki PKI = TestPki.create(7, TestClock.NOW);
    private static final Certificate LEAF = PKI.certificate(Iso2Profile.CONTRACT_LEAF);
    private static final Certificate ISSUER = PKI.certificate(Iso2Profile.MO_SUB_CA_2);

    @Test
    void certificates() {
        mutate(LEAF.der(), Certificate::parse);
    }

    @Test
    void certificateRequests() {
        Bytes request =
                CertificateRequest.create(
                                Subject.named("SECC").of("plugcharge"),
                                PKI.key(Iso2Profile.SECC_LEAF))
                        .der();
        mutate(request, CertificateRequest::parse, MANY_ROUNDS);
    }

    @Test
    void ocspRequests() {
        mutate(
                OcspQuestion.about(LEAF, ISSUER).request(Optional.of(LEAF.fingerprint())),
                OcspRequest::parse,
                MANY_ROUNDS);
    }

    @Test
    void ocspResponses() {
        mutate(good(), OcspResponse::parse);
    }

    @Test
    void revocationLists() {
        mutate(
                RevocationLists.full(
                        List.of(
                                new RevocationLists.Entry(
                                        LEAF.fields().serial(),
                                        TestClock.NOW,
                                        Optional.of(RevocationReason.KEY_COMPROMISE))),
                        new RevocationLists.Issue(
                                java.math.BigInteger.TEN,
                                TestClock.NOW,
                                TestClock.NOW.plusSeconds(60)),
                        PKI.member(Iso2Profile.MO_SUB_CA_2).issuer()),
                RevocationList::parse);
    }

    @Test
    void publicKeys() {
        mutate(
                LEAF.key().spki(),
                octets -> {
                    try {
                        assertThat(
                                        VerificationKey.of(octets)
                                                .verifies(octets, Bytes.owning(new byte[64])))
                                .isFalse();
                    } catch (IllegalArgumentException e) {
                        assertThat(e).hasMessageStartingWith("no SubjectPublicKeyInfo");
                    }
                });
    }

    /** No change of a leaf or of its status answer makes the chain valid. */
    @Test
    void theValidator() {
        List<Bytes> subs = PKI.chain(Iso2Profile.CONTRACT_LEAF).subCertificates();
        mutate(
                LEAF.der(),
                octets -> {
                    Verdict<VerifiedContract> verdict =
                            ChainValidator.validate(
                                    new CertificateChain(octets, subs),
                                    Purpose.CONTRACT,
                                    PKI.anchors(),
                                    RevocationSnapshot.notChecked(),
                                    TestClock.NOW);
                    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
                });
        Certificate sub1 = PKI.certificate(Iso2Profile.MO_SUB_CA_1);
        assertThat(sub1.der()).isEqualTo(subs.get(1));
        mutate(
                good(),
                octets -> {
                    Verdict<VerifiedContract> verdict =
                            ChainValidator.validate(
                                    new CertificateChain(LEAF.der(), subs),
                                    Purpose.CONTRACT,
                                    PKI.anchors(),
                                    RevocationSnapshot.ofOctets(Policy.ALWAYS, List.of(octets)),
                                    TestClock.NOW);
                    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
                });
    }

    private static Bytes good() {
        KeyedCertificate signer = PKI.ocspSigner(Iso2Profile.MO_SUB_CA_2);
        return OcspResponses.sign(
                List.of(
                        new OcspResponses.Answer(
                                OcspQuestion.about(LEAF, ISSUER),
                                new OcspStatus.Good(),
                                TestClock.NOW,
                                TestClock.NOW.plusSeconds(60))),
                TestClock.NOW,
                Optional.empty(),
                signer.certificate(),
                signer.key());
    }

    private static void mutate(Bytes good, Consumer<Bytes> reader) {
        mutate(good, reader, ROUNDS);
    }

    private static void mutate(Bytes good, Consumer<Bytes> reader, int rounds) {
        Random random = new Random(15118);
        for (int round = 0; round < rounds; round++) {
            byte[] octets = good.toArray();
            int changes = 1 + random.nextInt(3);
            for (int i = 0; i < changes; i++) {
                octets[random.nextInt(octets.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Bytes changed =
                    random.nextInt(8) == 0
                            ? Bytes.of(octets, 0, random.nextInt(octets.length))
                            : Bytes.owning(octets);
            if (changed.equals(good)) {
                continue;
            }
            try {
                reader.accept(changed);
            } catch (MalformedCertificateException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
