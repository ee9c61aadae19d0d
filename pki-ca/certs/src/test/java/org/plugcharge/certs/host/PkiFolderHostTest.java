package org.plugcharge.certs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.certs.Iso20Profile;
import org.plugcharge.certs.Iso20TestPki;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyType;
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

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void whatIsWrittenOfIso20IsReadBack(KeyType key) throws IOException {
        Iso20TestPki pki = PKI.iso20(key);
        Iso20Folder.write(directory, pki, PKI.options().seed());
        Iso20Folder folder = new Iso20Folder(directory, key);
        for (Iso20Profile role : Iso20Profile.values()) {
            if (role != Iso20Profile.OCSP_SIGNER) {
                assertThat(folder.member(role).certificate()).isEqualTo(pki.certificate(role));
                assertThat(folder.key(role).scalar()).isEqualTo(pki.key(role).scalar());
            }
        }
        assertThat(folder.chain(Iso20Profile.VEHICLE_LEAF))
                .isEqualTo(pki.chain(Iso20Profile.VEHICLE_LEAF));
        assertThat(folder.anchors()).isEqualTo(pki.anchors());
        assertThatThrownBy(() -> Iso20Folder.write(directory, pki, PKI.options().seed()))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void theSameSeedGivesTheSameFiles() throws IOException {
        Path one = directory.resolve("one");
        Path two = directory.resolve("two");
        PkiFolder.writeAll(one, PKI);
        PkiFolder.writeAll(two, TestPki.create(7, Instant.parse("2026-11-21T12:00:00Z")));
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
