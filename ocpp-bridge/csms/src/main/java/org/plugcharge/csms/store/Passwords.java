package org.plugcharge.csms.store;

import org.plugcharge.exi.Bytes;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Stations' passwords as they may be stored: PBKDF2 with a salt each. */
final class Passwords {

    private static final int ITERATIONS = 10_000;
    private static final int OCTETS = 32;
    private static final int SALT_OCTETS = 16;

    private Passwords() {}

    static Bytes salt(SecureRandom random) {
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        return Bytes.owning(salt);
    }

    static Bytes hash(String password, Bytes salt) {
        PBEKeySpec spec =
                new PBEKeySpec(password.toCharArray(), salt.toArray(), ITERATIONS, OCTETS * 8);
        try {
            return Bytes.owning(
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
