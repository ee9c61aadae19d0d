package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.OcspResponse.Finding;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.Profiles;
import org.plugcharge.exi.Bytes;
import org.plugcharge.start.PostgresBinaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What outlives a process, and what two processes share. */
class RestartDbTest {

    private static EmbeddedPostgres postgres;

    @TempDir private Path directory;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setPgBinaryResolver(PostgresBinaries::open).start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void aRestartedCaIsTheSame() throws Exception {
        PkiCaOptions options =
                PkiCaOptions.standard()
                        .onDatabase(database("restart"))
                        .sealedBy(directory.resolve("kek"));
        Certificate root;
        try (PkiCa ca = PkiCa.start(options)) {
            root = ca.authority(Iso2Profile.V2G_ROOT);
        }
        assertThat(Files.readString(directory.resolve("kek")).strip()).hasSize(64);
        try (PkiCa ca = PkiCa.start(options)) {
            assertThat(ca.authority(Iso2Profile.V2G_ROOT)).isEqualTo(root);
        }
        assertThatThrownBy(() ->
                        PkiCa.start(
                                PkiCaOptions.standard()
                                        .onDatabase(options.storage().database().orElseThrow())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--kek");
        assertThatThrownBy(() ->
                        PkiCa.start(
                                PkiCaOptions.standard()
                                        .onDatabase(options.storage().database().orElseThrow())
                                        .sealedBy(directory.resolve("another"))))
                .hasMessageContaining("another key-encryption key");
    }

    @Test
    void twoInstancesMakeOneCeremony() throws Exception {
        PkiCaOptions options =
                PkiCaOptions.standard()
                        .onDatabase(database("two"))
                        .sealedBy(directory.resolve("kek"));
        KeyEncryptionKey.open(Optional.of(directory.resolve("kek")));
        CompletableFuture<PkiCa> other =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return PkiCa.start(options);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
        try (PkiCa one = PkiCa.start(options);
                PkiCa two = other.join()) {
            for (Iso2Profile profile : Iso2Profile.authorities()) {
                assertThat(two.authority(profile)).isEqualTo(one.authority(profile));
            }
        }
        assertThat(count("two", "certificate")).isEqualTo(2L * Profiles.authorities().size());
    }

    /** The key was made, the certificate was not: the next start goes on where this one was cut. */
    @Test
    void aCeremonyThatWasCutShortGoesOn() throws Exception {
        PkiCaOptions options =
                PkiCaOptions.standard()
                        .onDatabase(database("cut"))
                        .sealedBy(directory.resolve("kek"));
        Certificate root;
        Certificate sub;
        try (PkiCa ca = PkiCa.start(options)) {
            root = ca.authority(Iso2Profile.V2G_ROOT);
            sub = ca.authority(Iso2Profile.CPO_SUB_CA_2);
        }
        execute("cut", "delete from authority where profile = 'iso2.cpo-sub-ca-2'");
        try (PkiCa ca = PkiCa.start(options)) {
            assertThat(ca.authority(Iso2Profile.V2G_ROOT)).isEqualTo(root);
            assertThat(ca.authority(Iso2Profile.CPO_SUB_CA_2)).isNotEqualTo(sub);
            assertThat(ca.authority(Iso2Profile.CPO_SUB_CA_2).key()).isEqualTo(sub.key());
        }
    }

    /**
     * As after kill -9 between intent and signature: the row is there, and nobody has the
     * certificate.
     */
    @Test
    void whatWasOnlyIntendedIsUnknown() throws Exception {
        PkiCaOptions options =
                PkiCaOptions.standard()
                        .onDatabase(database("intent"))
                        .sealedBy(directory.resolve("kek"));
        Certificate sub;
        try (PkiCa ca = PkiCa.start(options)) {
            sub = ca.authority(Iso2Profile.CPO_SUB_CA_2);
        }
        execute("intent", "delete from authority where profile = 'iso2.cpo-sub-ca-2'");
        execute(
                "intent",
                "update certificate set der = null, issued_at = null where profile ="
                        + " 'iso2.cpo-sub-ca-2'");
        try (PkiCa ca = PkiCa.start(options)) {
            Certificate issuer = ca.authority(Iso2Profile.CPO_SUB_CA_1);
            Certificate whole = ca.authority(Iso2Profile.CPO_SUB_CA_2);
            assertThat(status(ca, sub, issuer)).isInstanceOf(OcspStatus.Unknown.class);
            assertThat(status(ca, whole, issuer)).isInstanceOf(OcspStatus.Good.class);
        }
    }

    private static OcspStatus status(PkiCa ca, Certificate certificate, Certificate issuer)
            throws IOException, InterruptedException {
        Bytes question = OcspQuestion.about(certificate, issuer).request(Optional.empty());
        OcspResponse response = OcspResponse.parse(RunningCaClient.ocsp(ca, question));
        return ((Finding.Proven)
                        response.finding(certificate, issuer, Instant.now(), Duration.ofHours(1)))
                .status();
    }

    @Test
    void aSeedRepeatsTheKeys() throws Exception {
        try (PkiCa one =
                        PkiCa.start(
                                PkiCaOptions.standard().onDatabase(database("seed1")).seeded("x"));
                PkiCa two =
                        PkiCa.start(
                                PkiCaOptions.standard()
                                        .onDatabase(database("seed2"))
                                        .seeded("x"))) {
            assertThat(two.authority(Iso2Profile.MO_SUB_CA_2).key())
                    .isEqualTo(one.authority(Iso2Profile.MO_SUB_CA_2).key());
            assertThat(two.uri()).isNotEqualTo(one.uri());
        }
    }

    @Test
    void ocspSignersAreRenewedInTime() throws Exception {
        Instant start = Instant.parse("2026-11-21T12:00:00Z");
        Instant[] now = {start};
        InstantSource clock = () -> now[0];
        PkiCaOptions options = PkiCaOptions.standard().onDatabase(database("renew")).at(clock);
        try (PkiCa ca = PkiCa.start(options)) {
            Certificate sub = ca.authority(Iso2Profile.CPO_SUB_CA_1);
            Certificate root = ca.authority(Iso2Profile.V2G_ROOT);
            for (int days : new int[] {0, 61, 122, 300}) {
                now[0] = start.plus(Duration.ofDays(days));
                Bytes answer =
                        RunningCaClient.ocsp(
                                ca, OcspQuestion.about(sub, root).request(Optional.empty()));
                assertThat(
                                OcspResponse.parse(answer)
                                        .finding(sub, root, now[0], Duration.ofHours(1)))
                        .as("after %d days", days)
                        .isInstanceOf(Finding.Proven.class);
            }
        }
    }

    private static String database(String name) throws SQLException {
        execute("postgres", "create database " + name);
        return postgres.getJdbcUrl("postgres", name);
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String database, String table) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** OCSP over HTTP to any CA. */
    private static final class RunningCaClient {

        private RunningCaClient() {}

        static Bytes ocsp(PkiCa ca, Bytes request) throws IOException, InterruptedException {
            try (java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient()) {
                return Bytes.owning(
                        http.send(
                                        java.net.http.HttpRequest.newBuilder(
                                                        java.net.URI.create(ca.uri() + "/ocsp"))
                                                .POST(
                                                        java.net.http.HttpRequest.BodyPublishers
                                                                .ofByteArray(request.toArray()))
                                                .build(),
                                        java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                                .body());
            }
        }
    }
}
