package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.ca.RunningCa.Answer;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.host.LogMonitor;
import org.plugcharge.exi.Bytes;
import org.plugcharge.start.PostgresBinaries;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service with all its private keys in a token of SoftHSM2. */
class Pkcs11PeerTest {

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    @TempDir private static Path directory;

    @Test
    @Timeout(300)
    void theWholeServiceWithoutAPrivateKeyOfItsOwn() throws Exception {
        KeyPlace token = token();
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setPgBinaryResolver(PostgresBinaries::open).start()) {
            PkiCaOptions options =
                    RunningCa.clients(PkiCaOptions.standard())
                            .onDatabase(postgres.getJdbcUrl("postgres", "postgres"))
                            .keysIn(token);
            Map<String, Certificate> roots;
            Certificate first;
            try (PkiCa ca = PkiCa.start(options)) {
                roots = ca.roots();
                assertThat(roots.keySet())
                        .contains("iso2.v2g-root", "iso20-p521.v2g-root", "lab.v2g-root")
                        .noneMatch(id -> id.contains("ed448"));
                first = new CaClient(ca).contract("DEPNC800000001");
                answers(ca, first);
                withoutEd448(ca);
            }
            try (PkiCa again = PkiCa.start(options)) {
                assertThat(again.roots()).isEqualTo(roots);
                answers(again, first);
                answers(again, new CaClient(again).contract("DEPNC800000002"));
                assertThat(count(postgres, "select count(*) from sealed_key")).isZero();
                while (count(postgres, "select count(*) from log_queue") > 0) {
                    Thread.sleep(50);
                }
                logged(again, first);
            }
            assertThatThrownBy(() -> PkiCa.start(options.keysIn(KeyPlace.Database.RANDOM)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not where --keys says");
        }
    }

    private static void answers(PkiCa ca, Certificate leaf) {
        Certificate issuer = ca.authority(Iso2Profile.MO_SUB_CA_2);
        assertThat(leaf.isSignedBy(issuer.key())).isTrue();
        Bytes nonce = Bytes.owning(new byte[16]);
        for (Optional<Bytes> one : List.of(Optional.<Bytes>empty(), Optional.of(nonce))) {
            Bytes answer = new CaClient(ca).ocsp(OcspQuestion.about(leaf, issuer).request(one));
            OcspResponse.Finding finding =
                    OcspResponse.parse(answer)
                            .finding(leaf, issuer, Instant.now(), Duration.ofHours(1));
            assertThat(finding)
                    .as("%s", finding)
                    .isInstanceOfSatisfying(
                            OcspResponse.Finding.Proven.class,
                            proven ->
                                    assertThat(proven.status())
                                            .isInstanceOf(OcspStatus.Good.class));
        }
    }

    private static void withoutEd448(PkiCa ca) {
        SoftwareKey key =
                SoftwareKey.generate(KeyType.ED448, Entropy.seeded(Bytes.of((byte) 3), "k"));
        Answer refused =
                RunningCa.post(
                        ca,
                        RunningCa.POOL,
                        "/api/v1/enrol/iso20-ed448.contract-leaf",
                        """
                        {"csr": "%s", "commonName": "DEPNC800000003"}\
                        """
                                .formatted(RunningCa.csr(key)));
        assertThat(refused.text("rule")).isEqualTo("ca.key-kind");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).contains("ED448");
    }

    private static void logged(PkiCa ca, Certificate certificate) throws Exception {
        try (LogMonitor monitor = new LogMonitor(ca.uri())) {
            LogMonitor.Seen seen = monitor.follow(LogMonitor.Seen.NOTHING);
            assertThat(monitor.find(certificate.der(), seen.follower())).isNotNegative();
        }
    }

    private static long count(EmbeddedPostgres postgres, String sql) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The library finds its configuration by the environment, which the build sets. */
    private static KeyPlace token() throws IOException, InterruptedException {
        assumeTrue(Files.exists(LIBRARY), "skipped: no SoftHSM2 (Debian softhsm2) in " + LIBRARY);
        String configuration = System.getenv("SOFTHSM2_CONF");
        assumeTrue(configuration != null, "skipped: SOFTHSM2_CONF names no file");
        Files.writeString(
                Path.of(configuration),
                "directories.tokendir = %s%nobjectstore.backend = file%n".formatted(directory));
        Process process =
                new ProcessBuilder(
                                "softhsm2-util",
                                "--init-token",
                                "--free",
                                "--label",
                                "ca",
                                "--so-pin",
                                "12345678",
                                "--pin",
                                "4711")
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, "skipped: softhsm2-util says " + output);
        Path pin = directory.resolve("pin");
        Files.writeString(pin, "4711\n");
        return new KeyPlace.Pkcs11(LIBRARY, 0, pin);
    }
}
