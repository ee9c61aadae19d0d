package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso20Profile;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.exi.Bytes;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Ten thousand CSRs that were good before somebody touched them: nothing is issued for any. */
class MutatedRequestsTest {

    private static final int COUNT = 10_000;
    private static final Client CSMS =
            new Client("csms", Set.of(Role.STATION_OPERATOR), Set.of("operator:DE*PNC"));
    private static final List<Bytes> SEEDS =
            List.of(csr(KeyType.P256), csr(KeyType.P521), csr(KeyType.ED448));

    @Test
    void nothingIsDecidedForAMutatedRequest() {
        Random random = new Random(15118);
        int refused = 0;
        for (int i = 0; i < COUNT; i++) {
            Bytes seed = SEEDS.get(i % 10 == 0 ? 1 : i % 10 == 1 ? 2 : 0);
            Bytes mutant = mutant(seed, random);
            if (!mutant.equals(seed)) {
                assertThat(isRefused(mutant)).as("mutant %d: %s", i, mutant).isTrue();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(COUNT * 9 / 10);
        assertThat(SEEDS).allMatch(seed -> !isRefused(seed));
    }

    /** By the two exceptions that become problem documents, and by no other. */
    static boolean isRefused(Bytes octets) {
        try {
            CertificateRequest csr =
                    CsrText.parse(Base64.getEncoder().encodeToString(octets.toArray()));
            var profile =
                    switch (csr.key().type().orElseThrow()) {
                        case P256 -> Iso2Profile.SECC_LEAF.profile();
                        case P521 -> Iso20Profile.SECC_LEAF.profile(KeyType.P521);
                        case ED448 -> Iso20Profile.SECC_LEAF.profile(KeyType.ED448);
                    };
            Enrolment.Wish wish = Enrolment.Wish.named(profile, csr.commonName().orElse(null));
            Enrolment.requireRights(CSMS, wish);
            Enrolment.order(wish, csr);
            return false;
        } catch (Problem | MalformedCertificateException _) {
            return true;
        }
    }

    static Bytes csr(KeyType type) {
        SoftwareKey key = SoftwareKey.generate(type, Entropy.seeded(Bytes.of((byte) 5), "mutant"));
        return CertificateRequest.create(
                        Subject.named("DE*PNC*E00001").of("somebody").in("DE"), key)
                .der();
    }

    private static Bytes mutant(Bytes seed, Random random) {
        byte[] octets = seed.toArray();
        int at = random.nextInt(octets.length);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(octets, at, random);
            case 1 -> Bytes.of(octets, 0, at);
            case 2 -> spliced(octets, at, at + random.nextInt(octets.length - at) + 1, new byte[0]);
            case 3 -> {
                byte[] noise = new byte[1 + random.nextInt(16)];
                random.nextBytes(noise);
                yield spliced(octets, at, at, noise);
            }
            case 4 -> {
                byte[] other = SEEDS.get(random.nextInt(SEEDS.size())).toArray();
                int from = random.nextInt(other.length);
                int length = random.nextInt(other.length - from) + 1;
                byte[] part = java.util.Arrays.copyOfRange(other, from, from + length);
                yield spliced(octets, at, Math.min(octets.length, at + length), part);
            }
            default -> {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
                }
                yield Bytes.owning(octets);
            }
        };
    }

    private static Bytes flipped(byte[] octets, int at, Random random) {
        octets[at] ^= (byte) (1 << random.nextInt(8));
        return Bytes.owning(octets);
    }

    private static Bytes spliced(byte[] octets, int from, int to, byte[] part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(octets, 0, from);
        out.writeBytes(part);
        out.write(octets, to, octets.length - to);
        return Bytes.owning(out.toByteArray());
    }
}
