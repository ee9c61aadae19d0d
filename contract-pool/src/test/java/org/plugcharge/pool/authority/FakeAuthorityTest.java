package org.plugcharge.pool.authority;

import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.TrustAnchors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

class FakeAuthorityTest extends AuthorityContract {

    private final TestPki pki = TestPki.create(1, Instant.now());
    private final FakeAuthority authority =
            new FakeAuthority(pki, Clock.systemUTC(), Entropy.system(new SecureRandom()));

    @Override
    CertificateAuthority authority() {
        return authority;
    }

    @Override
    TrustAnchors anchors() {
        return pki.anchors();
    }
}
