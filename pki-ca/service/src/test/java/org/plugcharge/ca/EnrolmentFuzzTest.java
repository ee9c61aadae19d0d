package org.plugcharge.ca;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.plugcharge.certs.KeyType;
import org.plugcharge.exi.Bytes;

import java.util.List;
import java.util.Set;

/** For Jazzer ({@code JAZZER_FUZZ=1}); in the normal build it runs what was found before. */
class EnrolmentFuzzTest {

    private static final Set<Bytes> GOOD =
            Set.of(
                    MutatedRequestsTest.csr(KeyType.P256),
                    MutatedRequestsTest.csr(KeyType.P521),
                    MutatedRequestsTest.csr(KeyType.ED448));

    /** From octets to the decision: a refusal or an order, never another exception. */
    @FuzzTest(maxDuration = "60s")
    void enrolment(byte[] octets) {
        boolean refused = MutatedRequestsTest.isRefused(Bytes.of(octets));
        if (refused && GOOD.contains(Bytes.of(octets))) {
            throw new IllegalStateException("a good request is refused");
        }
    }

    @FuzzTest(maxDuration = "60s")
    void csrText(byte[] octets) {
        try {
            CsrText.parse(new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (Problem | org.plugcharge.certs.MalformedCertificateException _) {
            // The only exceptions there may be.
        }
    }

    /** Whatever stands in a token: no client, or nobody; there is no key that could have signed. */
    @FuzzTest(maxDuration = "60s")
    void accessToken(byte[] octets) {
        String token = new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1);
        JwtClients clients =
                new JwtClients(
                        new JwtClients.TokenIssuer("issuer", "audience"), (_, _) -> List.of());
        if (JwtClients.looksLikeJwt(token)
                && clients.client(token, java.time.Instant.EPOCH).isPresent()) {
            throw new IllegalStateException("a client without a signature");
        }
    }
}
