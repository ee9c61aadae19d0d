package org.plugcharge.certs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.tls.KeyLog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;

class KeyLogFileHostTest {

    @TempDir Path directory;

    @Test
    void onlyItsOwnerMayReadTheFile() throws IOException {
        Path file = directory.resolve("keys.log");
        KeyLogFile.open(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void linesAreAddedBehindThoseThatAreThere() throws IOException {
        Path file = Files.writeString(directory.resolve("keys.log"), "CLIENT_RANDOM 00 11\n");
        KeyLogFile.open(file).line("CLIENT_RANDOM 22 33");
        KeyLogFile.open(file).line("CLIENT_RANDOM 44 55");
        assertThat(file)
                .hasContent("CLIENT_RANDOM 00 11\nCLIENT_RANDOM 22 33\nCLIENT_RANDOM 44 55\n");
    }

    @Test
    void linesOfSeveralThreadsStayWhole() throws IOException {
        Path file = directory.resolve("keys.log");
        KeyLog log = KeyLogFile.open(file);
        IntStream.range(0, 200)
                .parallel()
                .forEach(i -> log.line("CLIENT_RANDOM " + "a".repeat(90)));
        assertThat(Files.readAllLines(file))
                .hasSize(200)
                .allMatch(line -> line.equals("CLIENT_RANDOM " + "a".repeat(90)));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAtOnce() {
        assertThatThrownBy(() -> KeyLogFile.open(directory.resolve("missing/keys.log")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> KeyLogFile.open(directory)).isInstanceOf(IOException.class);
    }
}
