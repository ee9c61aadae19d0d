package org.plugcharge.pool.authority;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plugcharge.ca.PkiCa;
import org.plugcharge.ca.PkiCaOptions;
import org.plugcharge.ca.Role;
import org.plugcharge.certs.TrustAnchors;

import java.io.IOException;
import java.util.Set;

/** The HTTP adapter against a running pki-ca. */
class HttpAuthorityDbTest extends AuthorityContract {

    private static final String TOKEN = "pool-token-0123456789abcdef";

    private static PkiCa ca;

    @BeforeAll
    static void start() throws IOException {
        ca =
                PkiCa.start(
                        PkiCaOptions.standard()
                                .withClient(
                                        TOKEN,
                                        "contract-pool",
                                        Set.of(Role.MOBILITY_OPERATOR, Role.PROVISIONING_SERVICE)));
    }

    @AfterAll
    static void stop() {
        ca.close();
    }

    @Override
    HttpAuthority authority() {
        return new HttpAuthority(ca.uri(), TOKEN);
    }

    @Override
    TrustAnchors anchors() {
        return ca.anchors();
    }

    @Test
    void rootsAreTheAuthoritys() {
        TrustAnchors roots = authority().roots();
        assertThat(roots.v2gRoots()).isEqualTo(ca.anchors().v2gRoots());
        assertThat(roots.moRoots()).isEqualTo(ca.anchors().moRoots());
        assertThat(roots.oemRoots()).isEqualTo(ca.anchors().oemRoots());
    }
}
