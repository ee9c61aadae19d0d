package org.plugcharge.certs;

import org.bouncycastle.math.ec.rfc7748.X448;
import org.plugcharge.exi.Bytes;

/**
 * A private key of X448 in memory, for agreeing on keys only: what the second suite of ISO 15118-20
 * delivers contract keys with. Public keys are their 56 octets.
 */
public final class X448Key {

    /** Octets of a private and of a public key. */
    public static final int OCTETS = 56;

    private final Bytes secret;
    private final Bytes publicKey;

    private X448Key(Bytes secret) {
        this.secret = secret;
        byte[] open = new byte[OCTETS];
        X448.generatePublicKey(secret.toArray(), 0, open, 0);
        this.publicKey = Bytes.owning(open);
    }

    /** A new key from fresh octets. */
    public static X448Key generate(Entropy entropy) {
        return new X448Key(entropy.next(OCTETS));
    }

    /** The key of these octets; {@link IllegalArgumentException} unless there are 56. */
    public static X448Key of(Bytes secret) {
        if (secret.length() != OCTETS) {
            throw new IllegalArgumentException("expected an X448 key of 56 octets");
        }
        return new X448Key(secret);
    }

    /** The private octets. Never log them. */
    public Bytes secret() {
        return secret;
    }

    /** The public octets. */
    public Bytes publicKey() {
        return publicKey;
    }

    /**
     * What both sides arrive at; {@link IllegalArgumentException} for another length and for a
     * point of small order, with which everybody would arrive at zero.
     */
    Bytes agree(Bytes otherPublicKey) {
        if (otherPublicKey.length() != OCTETS) {
            throw new IllegalArgumentException("expected an X448 public key of 56 octets");
        }
        byte[] z = new byte[OCTETS];
        if (!X448.calculateAgreement(secret.toArray(), 0, otherPublicKey.toArray(), 0, z, 0)) {
            throw new IllegalArgumentException("an X448 public key of small order");
        }
        return Bytes.owning(z);
    }

    /** The public half only. */
    @Override
    public String toString() {
        return "X448Key[" + publicKey.toHex() + "]";
    }
}
