package org.plugcharge.certs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.KeyBackend;
import org.plugcharge.certs.KeyBackendContract;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.VerificationKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The contract on a token of SoftHSM2.
 *
 * <p>The library finds its configuration by the environment of the process: the build sets
 * SOFTHSM2_CONF to a file under target, which is written here.
 */
class Pkcs11KeyBackendPeerTest extends KeyBackendContract {

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String PIN = "1234";

    @TempDir private static Path directory;

    private static Pkcs11KeyBackend backend;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(LIBRARY),
                "skipped: no SoftHSM2 (Debian packages softhsm2 and opensc) in " + LIBRARY);
        String configuration = System.getenv("SOFTHSM2_CONF");
        assumeTrue(
                configuration != null,
                "skipped: SOFTHSM2_CONF does not name a file for SoftHSM2's configuration");
        Files.writeString(
                Path.of(configuration),
                "directories.tokendir = %s%nobjectstore.backend = file%n".formatted(directory));
        initialize();
        backend = Pkcs11KeyBackend.open(LIBRARY, 0, PIN.toCharArray());
    }

    private static void initialize() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        "softhsm2-util",
                                        "--init-token",
                                        "--free",
                                        "--label",
                                        "plugcharge",
                                        "--so-pin",
                                        "12345678",
                                        "--pin",
                                        PIN))
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, "skipped: softhsm2-util says " + output);
    }

    @Override
    protected KeyBackend backend() {
        return backend;
    }

    /** The library knows one login a process, so what is new is the view on the token. */
    @Override
    protected KeyBackend restarted() {
        return Pkcs11KeyBackend.open(LIBRARY, 0, PIN.toCharArray());
    }

    @Override
    protected Set<KeyType> types() {
        return Set.of(KeyType.P256, KeyType.P521);
    }

    @Test
    void whatAnotherInstanceMadeIsFound() {
        KeyBackend other = restarted();
        KeyBackend.KeyId id = id("other");
        VerificationKey key = backend.generate(id);
        assertThat(other.publicKey(id)).isEqualTo(key);
        assertThatThrownBy(() -> other.generate(id)).hasMessageContaining("exists");
        other.destroy(id);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> Pkcs11KeyBackend.open(directory, 0, PIN.toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no PKCS#11 library");
        assertThatThrownBy(() -> Pkcs11KeyBackend.open(LIBRARY, 77, PIN.toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slot 77");
    }
}
