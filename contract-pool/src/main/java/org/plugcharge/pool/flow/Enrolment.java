package org.plugcharge.pool.flow;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.pool.authority.AuthorityException;
import org.plugcharge.pool.authority.CertificateAuthority;
import org.plugcharge.pool.store.PoolStore;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Has contract certificates issued and revoked, and writes each down before anything else is done
 * with it. The keys are made here and stay with the caller.
 */
final class Enrolment {

    private final PoolStore store;
    private final CertificateAuthority authority;
    private final Clock clock;
    private final Entropy entropy;

    Enrolment(PoolStore store, CertificateAuthority authority, Clock clock, Entropy entropy) {
        this.store = store;
        this.authority = authority;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** A new key with its certificate. */
    record Issued(SoftwareKey key, CertificateChain chain, Certificate certificate) {

        boolean lasts(Instant until) {
            return !certificate.fields().notAfter().isBefore(until);
        }
    }

    /**
     * A certificate for a contract, ending at {@code ends} at the latest, perhaps to replace
     * another; {@link AuthorityException} if there is none.
     */
    Issued issue(Emaid emaid, Pcid pcid, Instant ends, Optional<Certificate> replaced) {
        SoftwareKey key = SoftwareKey.generate(entropy);
        CertificateChain chain =
                authority.enrol(
                        Iso2Profile.CONTRACT_LEAF,
                        CertificateRequest.create(Subject.named(emaid.canonical()), key),
                        Optional.of(ends));
        Certificate certificate = Certificate.parse(chain.leaf());
        store.writeCertificate(emaid, pcid, certificate, replaced, clock.instant());
        if (!certificate.key().equals(key.publicKey())) {
            throw AuthorityException.unavailable("it certified another key than ours");
        }
        return new Issued(key, chain, certificate);
    }

    /** {@link AuthorityException} if it could not be revoked; then nothing is written down. */
    void revoke(Certificate certificate) {
        authority.revoke(certificate);
        store.writeRevocation(certificate, clock.instant());
    }
}
