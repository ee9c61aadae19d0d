package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.host.VaultKeyBackend;
import org.plugcharge.certs.host.VaultKeyBackend.Login;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The part of the command line that says where private keys live. */
final class KeyOptions {

    /** The three places. */
    enum Kind {
        SOFTWARE,
        PKCS11,
        VAULT
    }

    @Option(
            names = "--keys",
            paramLabel = "PLACE",
            description =
                    "where private keys live: software (sealed in the database), pkcs11 or vault;"
                            + " default software. A token and Vault have no Ed448: those CAs are"
                            + " not made then")
    private Kind kind = Kind.SOFTWARE;

    @Option(
            names = "--kek",
            paramLabel = "FILE",
            description =
                    "software: 64 hex digits that seal the keys in the database; made if missing")
    private @Nullable Path kek;

    @Option(
            names = "--seed",
            paramLabel = "TEXT",
            description = "software: the same text gives the same CA keys; for tests only")
    private @Nullable String seed;

    @Option(
            names = "--pkcs11-module",
            paramLabel = "FILE",
            description = "pkcs11: the token's library, as in /usr/lib/softhsm/libsofthsm2.so")
    private @Nullable Path module;

    @Option(
            names = "--pkcs11-slot",
            paramLabel = "N",
            description = "pkcs11: place in the library's list of slots; default 0, the first")
    private int slot;

    @Option(names = "--pkcs11-pin", paramLabel = "FILE", description = "pkcs11: the user's PIN")
    private @Nullable Path pin;

    @Option(
            names = "--vault-address",
            paramLabel = "URL",
            description = "vault: as in https://vault.example:8200; HashiCorp Vault or OpenBao")
    private @Nullable String vault;

    @Option(
            names = "--vault-mount",
            paramLabel = "PATH",
            description = "vault: where the Transit engine is mounted; default transit")
    private String mount = "transit";

    @Option(
            names = "--vault-role",
            paramLabel = "ID",
            description = "vault: AppRole to log in as; without it the secret is a token")
    private @Nullable String role;

    @Option(
            names = "--vault-secret",
            paramLabel = "FILE",
            description = "vault: the role's secret id, or a token")
    private @Nullable Path secret;

    boolean endWithTheProcess() {
        return kind == Kind.SOFTWARE && kek == null;
    }

    /**
     * {@link IllegalArgumentException} says which options are missing or do not belong together.
     */
    KeyPlace place() throws IOException {
        require(
                kind == Kind.SOFTWARE || (kek == null && seed == null),
                "--kek and --seed are for --keys software");
        require(
                kind == Kind.PKCS11 || (module == null && pin == null),
                "--pkcs11-module and --pkcs11-pin are for --keys pkcs11");
        require(
                kind == Kind.VAULT || (vault == null && role == null && secret == null),
                "--vault-address, --vault-role and --vault-secret are for --keys vault");
        return switch (kind) {
            case SOFTWARE ->
                    new KeyPlace.Database(Optional.ofNullable(kek), Optional.ofNullable(seed));
            case PKCS11 -> token();
            case VAULT -> vault();
        };
    }

    private KeyPlace token() {
        if (module == null || pin == null) {
            throw new IllegalArgumentException(
                    "--keys pkcs11 needs --pkcs11-module and --pkcs11-pin");
        }
        return new KeyPlace.Pkcs11(module, slot, pin);
    }

    private KeyPlace vault() throws IOException {
        if (vault == null || secret == null) {
            throw new IllegalArgumentException(
                    "--keys vault needs --vault-address and --vault-secret");
        }
        String text = Files.readString(secret).strip();
        Login login = role == null ? new Login.Token(text) : new Login.AppRole(role, text);
        return new KeyPlace.Vault(new VaultKeyBackend.Settings(vault, mount, login));
    }

    private static void require(boolean good, String text) {
        if (!good) {
            throw new IllegalArgumentException(text);
        }
    }
}
