package org.plugcharge.csms.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.plugcharge.ca.PkiCa;
import org.plugcharge.ca.PkiCaOptions;
import org.plugcharge.ca.Role;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.Verified;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.v201.CertificateAction;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The adapters against the real certificate authority, and against a service that misbehaves. */
class HttpPkiCaHostTest {

    private static final String TOKEN = "a-token-for-the-csms-of-this-test";

    @Test
    void theRealAuthorityEnrolsAStationAndNamesItsRoots() throws IOException {
        PkiCaOptions options =
                PkiCaOptions.standard().withClient(TOKEN, "csms", Set.of(Role.STATION_OPERATOR));
        try (PkiCa ca = PkiCa.start(options);
                HttpPkiCa adapter = new HttpPkiCa(ca.uri(), TOKEN);
                HttpPkiCa stranger = new HttpPkiCa(ca.uri(), "another-token-nobody-knows")) {
            SoftwareKey key = SoftwareKey.generate(Entropy.system(new SecureRandom()));
            CertificateRequest csr = CertificateRequest.create(Subject.named("DE*PNC*E00001"), key);
            CertificateChain chain = adapter.enrolSecc(csr, "DE*PNC*E00001");
            Verdict<?> verdict =
                    ChainValidator.validate(
                            chain,
                            Purpose.SECC,
                            ca.anchors(),
                            new RevocationSnapshot(
                                    RevocationSnapshot.Policy.NOT_CHECKED,
                                    List.of(),
                                    RevocationSnapshot.WEEK),
                            Instant.now());
            assertThat(verdict).isInstanceOf(Verdict.Valid.class);
            Verified proof = ((Verdict.Valid<?>) verdict).proof();
            assertThat(proof.publicKey()).isEqualTo(key.publicKey());
            assertThat(adapter.moRoots()).containsExactly(ca.authority(Iso2Profile.MO_ROOT));
            assertThatThrownBy(() -> stranger.enrolSecc(csr, "DE*PNC*E00001"))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("401");
        }
    }

    @Test
    void aServiceThatMisbehavesIsAReasonNoHang() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        answer(server, "/nonsense", "nonsense");
        answer(server, "/notbase64", "{\"status\":\"Accepted\",\"exiResponse\":\"%%%\"}");
        server.createContext(
                "/silent",
                exchange -> {
                    try {
                        Thread.sleep(5000);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.close();
                });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try {
            refused(base.resolve("/nonsense/"), "not understood");
            refused(base.resolve("/notbase64/"), "not base64");
            refused(base.resolve("/nowhere/"), "status 404");
            refused(base.resolve("/silent/"), "contract-pool");
            refused(URI.create("http://127.0.0.1:1"), "contract-pool");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpServer server, String path, String text) {
        server.createContext(
                path,
                exchange -> {
                    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, octets.length);
                    exchange.getResponseBody().write(octets);
                    exchange.close();
                });
    }

    private static void refused(URI base, String reason) {
        try (HttpContractPool pool = new HttpContractPool(base, "t")) {
            assertThatThrownBy(() ->
                            pool.install(
                                    "v",
                                    CertificateAction.INSTALL,
                                    Bytes.EMPTY,
                                    Duration.ofMillis(800)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining(reason);
        }
    }
}
