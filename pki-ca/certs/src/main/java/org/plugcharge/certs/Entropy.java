package org.plugcharge.certs;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.prng.EntropySource;
import org.bouncycastle.crypto.prng.drbg.HMacSP800DRBG;
import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Where random octets come from; handed in as a value so that a seed repeats a run. */
@FunctionalInterface
public interface Entropy {

    /** Fresh octets; {@code count} at most 65536. */
    Bytes next(int count);

    /**
     * Whether these are the platform's own random numbers, which nobody can repeat: then a key may
     * come from the cryptographic provider's own, faster generator.
     */
    default boolean isSystem() {
        return false;
    }

    /** The platform's secure random numbers. */
    static Entropy system(SecureRandom random) {
        return new Entropy() {
            @Override
            public Bytes next(int count) {
                byte[] octets = new byte[count];
                random.nextBytes(octets);
                return Bytes.owning(octets);
            }

            @Override
            public boolean isSystem() {
                return true;
            }
        };
    }

    /**
     * The same octets for the same seed and purpose: HMAC_DRBG of NIST SP 800-90A on SHA-256. For
     * tests only.
     */
    static Entropy seeded(Bytes seed, String purpose) {
        byte[] material = new byte[Math.max(32, seed.length())];
        seed.copyTo(material, 0);
        HMacSP800DRBG drbg =
                new HMacSP800DRBG(
                        new HMac(new SHA256Digest()),
                        256,
                        new FixedSource(Bytes.owning(material)),
                        purpose.getBytes(StandardCharsets.UTF_8),
                        new byte[0]);
        return count -> {
            byte[] octets = new byte[count];
            synchronized (drbg) {
                drbg.generate(octets, null, false);
            }
            return Bytes.owning(octets);
        };
    }

    /** Gives the seed whenever asked. */
    record FixedSource(Bytes material) implements EntropySource {

        @Override
        public boolean isPredictionResistant() {
            return false;
        }

        @Override
        public byte[] getEntropy() {
            return material.toArray();
        }

        @Override
        public int entropySize() {
            return material.length() * 8;
        }
    }
}
