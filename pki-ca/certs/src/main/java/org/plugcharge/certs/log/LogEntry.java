package org.plugcharge.certs.log;

import org.plugcharge.exi.Bytes;

import java.nio.ByteBuffer;

/**
 * One entry of the log: that a certificate was issued, without saying which. Who has the
 * certificate and its salt can tell that it is meant; once the salt is erased nobody can.
 *
 * @param loggedAt milliseconds since 1970-01-01, UTC
 * @param commitment SHA-256 over salt and the DER of the certificate
 */
public record LogEntry(long loggedAt, Bytes commitment) {

    /** Octets of a salt. */
    public static final int SALT_OCTETS = 32;

    /** At most so many are served at once. */
    public static final int MAX_SERVED = 1_000;

    private static final Bytes VERSION = Bytes.of((byte) 1);

    /** {@link IllegalArgumentException} unless the commitment has 32 octets. */
    public LogEntry {
        if (commitment.length() != MerkleTree.HASH_OCTETS) {
            throw new IllegalArgumentException("expected a commitment of 32 octets");
        }
    }

    /**
     * The entry for a certificate; {@link IllegalArgumentException} unless the salt has 32 octets.
     */
    public static LogEntry of(long loggedAt, Bytes salt, Bytes certificate) {
        if (salt.length() != SALT_OCTETS) {
            throw new IllegalArgumentException("expected a salt of 32 octets");
        }
        return new LogEntry(loggedAt, MerkleTree.sha256(salt.plus(certificate)));
    }

    /** SHA-256 over the DER of a certificate: by this the log is searched. */
    public static Bytes fingerprint(Bytes certificate) {
        return MerkleTree.sha256(certificate);
    }

    /** The octets of the entry: version (1), time (8), commitment (32). */
    public Bytes octets() {
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(loggedAt).array();
        return VERSION.plus(Bytes.owning(time)).plus(commitment);
    }

    /** What the tree holds of it. */
    public Bytes leafHash() {
        return MerkleTree.leafHash(octets());
    }
}
