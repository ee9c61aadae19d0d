package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.certs.host.VaultKeyBackend;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where private keys live, as the command line and the environment say. */
class KeyOptionsTest {

    @TempDir private static Path directory;

    @Test
    void softwareUnlessToldOtherwise() throws IOException {
        assertThat(place(Map.of())).isEqualTo(KeyPlace.Database.RANDOM);
        KeyPlace sealed = new KeyPlace.Database(Optional.of(Path.of("/x/kek")), Optional.empty());
        assertThat(place(Map.of(), "--kek", "/x/kek")).isEqualTo(sealed);
        assertThat(place(Map.of("PKI_CA_KEK", "/x/kek"))).isEqualTo(sealed);
    }

    @Test
    void aToken() throws IOException {
        KeyPlace token = new KeyPlace.Pkcs11(Path.of("/x/lib.so"), 3, Path.of("/x/pin"));
        assertThat(
                        place(
                                Map.of(),
                                "--keys=pkcs11",
                                "--pkcs11-module=/x/lib.so",
                                "--pkcs11-slot=3",
                                "--pkcs11-pin=/x/pin"))
                .isEqualTo(token);
        assertThat(
                        place(
                                Map.of(
                                        "PKI_CA_KEYS", "pkcs11",
                                        "PKI_CA_PKCS11_MODULE", "/x/lib.so",
                                        "PKI_CA_PKCS11_SLOT", "3",
                                        "PKI_CA_PKCS11_PIN", "/x/pin")))
                .isEqualTo(token);
    }

    @Test
    void aVault() throws IOException {
        Path secret = directory.resolve("secret");
        Files.writeString(secret, "hush\n");
        String[] vault = {
            "--keys=vault", "--vault-address=https://vault:8200", "--vault-secret=" + secret
        };
        assertThat(place(Map.of(), vault))
                .isEqualTo(vault(new VaultKeyBackend.Login.Token("hush")));
        assertThat(place(Map.of("PKI_CA_VAULT_ROLE", "ca"), vault))
                .isEqualTo(vault(new VaultKeyBackend.Login.AppRole("ca", "hush")));
        assertThat(place(Map.of(), vault).toString()).doesNotContain("hush");
    }

    private static KeyPlace vault(VaultKeyBackend.Login login) {
        return new KeyPlace.Vault(
                new VaultKeyBackend.Settings("https://vault:8200", "transit", login));
    }

    @ParameterizedTest
    @CsvSource({
        "--keys=pkcs11, --pkcs11-module",
        "--keys=vault, --vault-address",
        "--keys=pkcs11 --pkcs11-module=a --pkcs11-pin=b --seed=x, --seed",
        "--pkcs11-pin=b, --keys pkcs11",
        "--keys=pkcs11 --vault-role=b, --keys vault"
    })
    void whatDoesNotBelongTogetherIsSaid(String arguments, String said) {
        assertThatThrownBy(() -> place(Map.of(), arguments.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    private static KeyPlace place(Map<String, String> environment, String... arguments)
            throws IOException {
        CommandLine line = PkiCaCommand.commandLine(environment);
        line.parseArgs(arguments);
        return line.<PkiCaCommand>getCommand().keyPlace();
    }
}
