package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.host.LogMonitor;
import org.plugcharge.exi.Bytes;
import org.plugcharge.start.PostgresBinaries;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The whole service in a process of its own, killed in the middle of its work. Whoever asked keeps
 * a ledger of what was acknowledged; the table is compared with it. {@code -Dkills=100} kills it
 * more often.
 */
class KilledDbTest {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int CLIENTS = 6;

    @TempDir private static Path directory;

    private final Random random = new Random(9);
    private final Queue<Certificate> ledger = new ConcurrentLinkedQueue<>();
    private final AtomicInteger names = new AtomicInteger();

    @Test
    void nothingAcknowledgedIsLostAndNothingIsIssuedWithoutARow() throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder()
                        .setPgBinaryResolver(PostgresBinaries::open)
                        .setServerConfig("synchronous_commit", "on")
                        .start()) {
            for (int kill = 0; kill < KILLS; kill++) {
                Child child = Child.start(postgres);
                issueUntil(
                        child,
                        5 + random.nextInt(60),
                        () -> {
                            LockSupport.parkNanos(random.nextInt(20_000_000));
                            child.process.destroyForcibly();
                        });
                assertThat(child.process.waitFor()).as("SIGKILL").isEqualTo(137);
                compare(postgres);
            }
            long cutShort = cutShort(postgres);
            Child last = Child.start(postgres);
            issueUntil(last, 10, last.process::destroy);
            assertThat(last.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(last.process.exitValue()).as("SIGTERM").isEqualTo(143);
            compare(postgres);
            assertThat(cutShort(postgres))
                    .as("told to stop, it ends what it began")
                    .isEqualTo(cutShort);
            log(postgres);
        }
    }

    /** Several clients ask for certificates until it is over with the process. */
    private void issueUntil(Child child, int acknowledged, Runnable end) throws Exception {
        CaClient client = new CaClient(child.uri);
        CountDownLatch enough = new CountDownLatch(acknowledged);
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                threads.execute(() -> issue(client, child.process, enough));
            }
            enough.await();
            end.run();
        }
    }

    private void issue(CaClient client, Process process, CountDownLatch enough) {
        while (process.isAlive()) {
            try {
                ledger.add(client.contract("DEPNC%09d".formatted(names.incrementAndGet())));
                enough.countDown();
            } catch (java.io.UncheckedIOException | AssertionError e) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    /** Every certificate somebody got is in the table, octet by octet; no serial number twice. */
    private void compare(EmbeddedPostgres postgres) throws SQLException {
        Map<String, Bytes> rows = new HashMap<>();
        query(
                postgres,
                "select serial, der from certificate where profile = 'iso2.contract-leaf' and der"
                        + " is not null",
                row ->
                        assertThat(rows.put(row.getString(1), Bytes.owning(row.getBytes(2))))
                                .isNull());
        for (Certificate certificate : ledger) {
            String serial = certificate.fields().serial().toString(16);
            assertThat(rows.get(serial)).as("serial %s", serial).isEqualTo(certificate.der());
        }
        List<String> broken = new ArrayList<>();
        query(
                postgres,
                """
                select serial from certificate c where der is not null
                  and not exists (select 1 from log_queue where certificate = c.id)
                  and not exists (select 1 from log_leaf where certificate = c.id)
                """,
                row -> broken.add(row.getString(1)));
        assertThat(broken).as("neither in the log nor waiting for it").isEmpty();
    }

    private static long cutShort(EmbeddedPostgres postgres) throws SQLException {
        long[] count = new long[1];
        query(
                postgres,
                "select count(*) from certificate where der is null",
                row -> count[0] = row.getLong(1));
        return count[0];
    }

    /** After all the kills the log is one, and everything acknowledged is in it. */
    private void log(EmbeddedPostgres postgres) throws Exception {
        Child child = Child.start(postgres);
        try {
            List<Long> waiting = new ArrayList<>(List.of(1L));
            for (int i = 0; i < 300 && waiting.getFirst() > 0; i++) {
                Thread.sleep(100);
                query(
                        postgres,
                        "select count(*) from log_queue",
                        row -> waiting.set(0, row.getLong(1)));
            }
            try (LogMonitor monitor = new LogMonitor(child.uri)) {
                LogMonitor.Seen seen = monitor.follow(LogMonitor.Seen.NOTHING);
                for (Certificate certificate : ledger) {
                    assertThat(monitor.find(certificate.der(), seen.follower())).isNotNegative();
                }
            }
        } finally {
            child.process.destroyForcibly().waitFor();
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(EmbeddedPostgres postgres, String sql, RowReader reader)
            throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    /** The service as an operator starts it. */
    private record Child(Process process, URI uri) {

        static Child start(EmbeddedPostgres postgres) throws IOException {
            Path clients = directory.resolve("clients");
            Files.writeString(
                    clients,
                    "admin %s ADMIN%npool %s MOBILITY_OPERATOR%n"
                            .formatted(RunningCa.ADMIN, RunningCa.POOL));
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-Xmx384m",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    PkiCa.class.getName(),
                                    "--port=0",
                                    "--database=" + postgres.getJdbcUrl("postgres", "postgres"),
                                    "--kek=" + directory.resolve("kek"),
                                    "--clients=" + clients)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new Child(process, uri(process));
        }

        private static URI uri(Process process) throws IOException {
            BufferedReader said =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("pki-ca listens on ")) {
                    Thread.ofVirtual().start(() -> drain(said));
                    return URI.create(line.split("[ ,]+", -1)[3]);
                }
            }
            throw new IOException("the service did not start: status " + process.exitValue());
        }

        private static void drain(BufferedReader said) {
            try {
                said.lines().forEach(rest -> {});
            } catch (java.io.UncheckedIOException e) {
                // It was killed.
            }
        }
    }
}
