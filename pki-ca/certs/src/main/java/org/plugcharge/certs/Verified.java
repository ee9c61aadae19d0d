package org.plugcharge.certs;

import java.time.Instant;
import java.util.List;

/**
 * Proof that a chain was validated; only {@link ChainValidator} makes one. Equality is of the
 * certificates.
 */
public abstract sealed class Verified
        permits VerifiedContract,
                VerifiedProvisioning,
                VerifiedVehicle,
                VerifiedSecc,
                VerifiedCps,
                VerifiedServer {

    private final List<Certificate> path;

    Verified(List<Certificate> path) {
        this.path = List.copyOf(path);
    }

    /** Leaf, sub-CAs nearest first, root. */
    public final List<Certificate> path() {
        return path;
    }

    /** The leaf. */
    public final Certificate leaf() {
        return path.getFirst();
    }

    /** The trusted root the path ends in. */
    public final Certificate root() {
        return path.getLast();
    }

    /** The leaf's key. */
    public final VerificationKey publicKey() {
        return leaf().key();
    }

    /** Leaf and sub-CAs without root, in the order a peer wants them. */
    public final CertificateChain chain() {
        return new CertificateChain(
                leaf().der(),
                path.subList(1, path.size() - 1).stream().map(Certificate::der).toList());
    }

    /** When the first certificate of the path ends. */
    public final Instant notAfter() {
        return path.stream()
                .map(certificate -> certificate.fields().notAfter())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Verified that
                && getClass() == that.getClass()
                && path.equals(that.path);
    }

    @Override
    public final int hashCode() {
        return path.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + leaf() + "]";
    }
}
