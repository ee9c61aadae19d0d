package org.plugcharge.certs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

class PkiFolderHostTest {

    private static final TestPki PKI = TestPki.create(7, Instant.parse("2026-11-21T12:00:00Z"));

    @TempDir private Path directory;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        PkiFolder.write(directory, PKI);
        PkiFolder folder = new PkiFolder(directory);
        for (Iso2Profile profile : Iso2Profile.values()) {
            if (profile != Iso2Profile.OCSP_SIGNER) {
                assertThat(folder.member(profile).certificate())
                        .isEqualTo(PKI.certificate(profile));
                assertThat(folder.key(profile).scalar()).isEqualTo(PKI.key(profile).scalar());
            }
        }
        assertThat(folder.chain(Iso2Profile.CONTRACT_LEAF))
                .isEqualTo(PKI.chain(Iso2Profile.CONTRACT_LEAF));
        assertThat(folder.anchors()).isEqualTo(PKI.anchors());
    }

    @Test
    void theSameSeedGivesTheSameFiles() throws IOException {
        Path one = directory.resolve("one");
        Path two = directory.resolve("two");
        PkiFolder.write(one, PKI);
        PkiFolder.write(two, TestPki.create(7, Instant.parse("2026-11-21T12:00:00Z")));
        try (Stream<Path> files = Files.walk(one).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                assertThat(two.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(directory.resolve("mine"), "mine");
        assertThatThrownBy(() -> PkiFolder.write(directory, PKI))
                .isInstanceOf(FileAlreadyExistsException.class);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }
}
