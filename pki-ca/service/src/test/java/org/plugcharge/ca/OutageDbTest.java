package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.exi.Bytes;
import org.plugcharge.start.PostgresBinaries;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The database goes away and comes back; the service says so, and goes on. */
class OutageDbTest {

    private static final Bytes TRY_LATER = Bytes.fromHex("30030a0103");

    @TempDir private Path directory;

    @Test
    void withoutTheDatabaseNobodyIsToldAnythingOld() throws Exception {
        EmbeddedPostgres postgres = postgres(0);
        int port = postgres.getPort();
        PkiCaOptions options =
                RunningCa.clients(PkiCaOptions.standard())
                        .onDatabase(postgres.getJdbcUrl("postgres", "postgres"));
        try (PkiCa ca = PkiCa.start(options)) {
            CaClient client = new CaClient(ca);
            Certificate issuer = ca.authority(Iso2Profile.MO_SUB_CA_2);
            Certificate leaf = client.contract("DEPNC600000001");
            Bytes question = OcspQuestion.about(leaf, issuer).request(Optional.empty());
            assertThat(client.ocsp(question).length()).isGreaterThan(100);
            assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);

            postgres.close();
            eventually(() -> client.get("/health/ready").statusCode() == 503);
            assertThat(text(client.get("/health/ready"))).contains("NO_DATABASE");
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
            eventually(() -> client.ocsp(question).equals(TRY_LATER));
            HttpResponse<byte[]> refused =
                    client.post(
                            RunningCa.ADMIN,
                            "/api/v1/revoke",
                            "{\"issuer\": \"iso2.mo-sub-ca-2\", \"serial\": \"4711\"}");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(text(refused)).contains("ca.database").doesNotContain("postgres", "SQL");

            postgres = postgres(port);
            eventually(() -> client.get("/health/ready").statusCode() == 200);
            eventually(() -> client.ocsp(question).length() > 100);
            client.contract("DEPNC600000002");
            assertThat(text(client.get("/metrics")))
                    .contains("pki_ca_refused_total{rule=\"ca.database\"}");
        } finally {
            postgres.close();
        }
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setPgBinaryResolver(PostgresBinaries::open)
                        .setDataDirectory(directory.resolve("data"))
                        .setCleanDataDirectory(false);
        return port == 0 ? builder.start() : builder.setPort(port).start();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
