package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Private keys as OpenSSL writes them, which other PKI folders hold. */
class EncryptedKeyPeerTest {

    private static final String PASSWORD = "12345";

    @TempDir private Path directory = Path.of(".");

    @BeforeEach
    void openssl() throws Exception {
        boolean there;
        try {
            there = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "skipped: no openssl");
    }

    @Test
    void everyFormOfAKeyIsTheSameKey() throws Exception {
        run("ecparam", "-genkey", "-name", "prime256v1", "-out", file("plain.pem"));
        run(
                "ec",
                "-in",
                file("plain.pem"),
                "-aes128",
                "-passout",
                "pass:12345",
                "-out",
                file("sealed.pem"));
        run("pkcs8", "-topk8", "-nocrypt", "-in", file("plain.pem"), "-out", file("pkcs8.pem"));
        run(
                "ec",
                "-in",
                file("plain.pem"),
                "-pubout",
                "-outform",
                "DER",
                "-out",
                file("public.der"));
        Bytes expected = Bytes.of(Files.readAllBytes(directory.resolve("public.der")));
        for (String name : List.of("plain.pem", "sealed.pem", "pkcs8.pem")) {
            String pem = Files.readString(directory.resolve(name));
            assertThat(EncryptedKey.open(pem, PASSWORD).publicKey().spki())
                    .as(name)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aWrongPasswordAndAnotherTextAreSaid() throws Exception {
        run("ecparam", "-genkey", "-name", "prime256v1", "-noout", "-out", file("plain.pem"));
        run(
                "ec",
                "-in",
                file("plain.pem"),
                "-aes128",
                "-passout",
                "pass:12345",
                "-out",
                file("sealed.pem"));
        String sealed = Files.readString(directory.resolve("sealed.pem"));
        assertThatThrownBy(() -> EncryptedKey.open(sealed, "54321"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EncryptedKey.open("no key", PASSWORD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a private key");
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private static void run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor())
                .as(() -> command.toString())
                .isZero();
    }
}
