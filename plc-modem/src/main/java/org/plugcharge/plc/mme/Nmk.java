package org.plugcharge.plc.mme;

import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Network membership key: the 16 octets two modems must share to exchange data. A secret; {@link
 * #toString} does not show it.
 */
public record Nmk(Bytes octets) {

    /** The key every HomePlug modem is shipped with; a session must never use it. */
    public static final Nmk HOMEPLUG_AV = fromPassword("HomePlugAV");

    private static final int PASSWORD_ROUNDS = 1000;
    private static final int ID_ROUNDS = 5;

    /** {@link IllegalArgumentException} unless there are 16 octets. */
    public Nmk {
        if (octets.length() != 16) {
            throw new IllegalArgumentException(
                    "expected 16 octets of an NMK, got " + octets.length());
        }
    }

    /** The key of a network password: PBKDF1 with SHA-256, HomePlug's salt, 1000 rounds. */
    public static Nmk fromPassword(String password) {
        Bytes salted =
                Bytes.of(password.getBytes(StandardCharsets.US_ASCII))
                        .plus(Bytes.fromHex("08856daf7cf58186"));
        return new Nmk(Bytes.of(iterated(salted, PASSWORD_ROUNDS), 0, 16));
    }

    /**
     * The network identifier that belongs to this key at security level 0: five rounds of SHA-256,
     * 52 bits of it.
     */
    public Nid id() {
        byte[] digest = iterated(octets, ID_ROUNDS);
        byte[] id = new byte[7];
        System.arraycopy(digest, 0, id, 0, 6);
        id[6] = (byte) ((digest[6] & 0xff) >> 4);
        return new Nid(Bytes.owning(id));
    }

    private static byte[] iterated(Bytes start, int rounds) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = start.toArray();
            for (int round = 0; round < rounds; round++) {
                digest = sha256.digest(digest);
            }
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Nmk[of " + id() + "]";
    }
}
