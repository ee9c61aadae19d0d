package org.plugcharge.csms.backend;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.TrustAnchors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The roots contracts may lead to: those given at the start, and those the certificate authority
 * names, asked again at times.
 */
public final class ContractRoots implements Supplier<TrustAnchors> {

    private static final Logger LOG = LoggerFactory.getLogger(ContractRoots.class);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final TrustAnchors given;
    private final Optional<V2gCertificateAuthority> authority;
    private final Clock clock;
    private TrustAnchors known;
    private Instant askedAt = Instant.MIN;

    /** Roots that are always trusted, and an authority to be asked for more. */
    public ContractRoots(
            TrustAnchors given, Optional<V2gCertificateAuthority> authority, Clock clock) {
        this.given = given;
        this.authority = authority;
        this.clock = clock;
        this.known = given;
    }

    /** The roots; those known last where the authority does not answer. */
    @Override
    public synchronized TrustAnchors get() {
        if (authority.isPresent() && askedAt.isBefore(clock.instant().minus(FRESH))) {
            try {
                List<Certificate> roots = authority.get().moRoots();
                known = given.withMoRoots(roots.toArray(Certificate[]::new));
                askedAt = clock.instant();
            } catch (BackendException | IllegalArgumentException e) {
                LOG.warn("mo-roots=unchanged reason={}", e.getMessage());
            }
        }
        return known;
    }
}
