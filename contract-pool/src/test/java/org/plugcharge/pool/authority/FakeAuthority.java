package org.plugcharge.pool.authority;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateOrder;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.LintException;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TestPki;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate authority in memory; keeps the same contract as the HTTP adapter ({@link
 * AuthorityContract}).
 */
public final class FakeAuthority implements CertificateAuthority {

    private final TestPki pki;
    private final Clock clock;
    private final Entropy entropy;
    private final List<Certificate> issued = new ArrayList<>();
    private final List<Certificate> revoked = new ArrayList<>();
    private boolean down;

    public FakeAuthority(TestPki pki, Clock clock, Entropy entropy) {
        this.pki = pki;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** From now on it can't be reached, or can again. */
    public synchronized void down(boolean isDown) {
        down = isDown;
    }

    public synchronized List<Certificate> issued() {
        return List.copyOf(issued);
    }

    public synchronized List<Certificate> revoked() {
        return List.copyOf(revoked);
    }

    @Override
    public synchronized CertificateChain enrol(
            Iso2Profile profile, CertificateRequest request, Optional<Instant> notAfter) {
        reach();
        Subject subject = Subject.named(request.commonName().orElse("?"));
        CertificateOrder order = CertificateOrder.of(profile, subject, request.key());
        try {
            Certificate certificate =
                    pki.issue(notAfter.map(order::until).orElse(order), clock.instant(), entropy);
            issued.add(certificate);
            return pki.chainOf(certificate, profile);
        } catch (LintException e) {
            throw AuthorityException.refused(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void revoke(Certificate certificate) {
        reach();
        if (!issued.contains(certificate)) {
            throw AuthorityException.refused("not issued here");
        }
        if (!revoked.contains(certificate)) {
            revoked.add(certificate);
        }
    }

    private void reach() {
        if (down) {
            throw AuthorityException.unavailable("it is down");
        }
    }
}
