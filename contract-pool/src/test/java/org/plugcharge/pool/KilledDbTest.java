package org.plugcharge.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The pool's own database in a process that is killed, and started again in the same directory. */
class KilledDbTest {

    @TempDir private Path directory;

    @Test
    void killedProcessLeavesItsDatabaseToTheNextOne() throws Exception {
        Process killed = child();
        try {
            assertThat(killed.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("written");
        } finally {
            killed.destroyForcibly();
        }
        assertThat(killed.waitFor()).as("SIGKILL").isEqualTo(137);
        ProcessHandle orphan = postmaster().orElseThrow();
        assertThat(orphan.isAlive()).as("nobody has stopped the database").isTrue();

        try (EmbeddedPostgres next = EmbeddedDatabase.start(Optional.of(directory))) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(row(next)).isEqualTo("kept");
            assertThat(setting(next, "fsync")).isEqualTo("on");
            assertThatThrownBy(() -> EmbeddedDatabase.start(Optional.of(directory)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
            assertThat(row(next)).isEqualTo("kept");
        }
        assertThat(postmaster()).isEmpty();
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The process that is killed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedPostgres postgres = EmbeddedDatabase.start(Optional.of(Path.of(arguments[0])));
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table t as select 'kept' as word");
            }
            System.out.println("written");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = directory.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static String row(EmbeddedPostgres postgres) throws SQLException {
        return text(postgres, "select word from t");
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return text(postgres, "show " + name);
    }

    private static String text(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
