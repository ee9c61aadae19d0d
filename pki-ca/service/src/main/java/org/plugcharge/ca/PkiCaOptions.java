package org.plugcharge.ca;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a CA is started.
 *
 * @param port 0 takes any free one
 * @param publicUrl how others reach this service; goes into certificates as OCSP URL; none: the
 *     address it listens on
 * @param database JDBC URL of a PostgreSQL database; none: an embedded one
 * @param data where the embedded database and the key-encryption key are kept; none: they end with
 *     the process
 * @param keyEncryptionKey file with 64 hex digits, made if missing; none: beside the data, or in
 *     memory
 * @param seed the same seed gives the same CA keys: for tests only
 * @param ocspValidity how long an OCSP answer may be used
 */
public record PkiCaOptions(
        String address,
        int port,
        Optional<String> publicUrl,
        Optional<String> database,
        Optional<Path> data,
        Optional<Path> keyEncryptionKey,
        Optional<String> seed,
        List<Grant> clients,
        Duration ocspValidity,
        InstantSource clock) {

    /** A client and the token it is known by, at least 16 characters. */
    public record Grant(String token, Client client) {

        private static final int MIN_TOKEN = 16;

        /** {@link IllegalArgumentException} for a token that is too short. */
        public Grant {
            if (token.length() < MIN_TOKEN) {
                throw new IllegalArgumentException(
                        "expected a token of at least 16 characters for " + client.name());
            }
        }

        /** Names no token. */
        @Override
        public String toString() {
            return "Grant[" + client + "]";
        }
    }

    /** Copies the list. */
    public PkiCaOptions {
        clients = List.copyOf(clients);
    }

    /**
     * Any free port of this machine, an embedded database that ends with the process, random keys,
     * no clients.
     */
    public static PkiCaOptions standard() {
        return new PkiCaOptions(
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Duration.ofHours(1),
                InstantSource.system());
    }

    /** The same with one more client. */
    public PkiCaOptions withClient(String token, String name, Set<Role> roles, String... scopes) {
        List<Grant> all = new java.util.ArrayList<>(clients);
        all.add(new Grant(token, new Client(name, roles, Set.of(scopes))));
        return new PkiCaOptions(
                address,
                port,
                publicUrl,
                database,
                data,
                keyEncryptionKey,
                seed,
                all,
                ocspValidity,
                clock);
    }

    /** The same on another database. */
    public PkiCaOptions onDatabase(String jdbcUrl) {
        return new PkiCaOptions(
                address,
                port,
                publicUrl,
                Optional.of(jdbcUrl),
                data,
                keyEncryptionKey,
                seed,
                clients,
                ocspValidity,
                clock);
    }

    /** The same with a seed for all CA keys. */
    public PkiCaOptions seeded(String newSeed) {
        return new PkiCaOptions(
                address,
                port,
                publicUrl,
                database,
                data,
                keyEncryptionKey,
                Optional.of(newSeed),
                clients,
                ocspValidity,
                clock);
    }

    /** The same on this port. */
    public PkiCaOptions onPort(int newPort) {
        return new PkiCaOptions(
                address,
                newPort,
                publicUrl,
                database,
                data,
                keyEncryptionKey,
                seed,
                clients,
                ocspValidity,
                clock);
    }

    /** The same with the key-encryption key in this file. */
    public PkiCaOptions sealedBy(Path file) {
        return new PkiCaOptions(
                address,
                port,
                publicUrl,
                database,
                data,
                Optional.of(file),
                seed,
                clients,
                ocspValidity,
                clock);
    }

    /** The same with everything kept in this directory. */
    public PkiCaOptions keptIn(Path directory) {
        return new PkiCaOptions(
                address,
                port,
                publicUrl,
                database,
                Optional.of(directory),
                keyEncryptionKey,
                seed,
                clients,
                ocspValidity,
                clock);
    }

    /** The same with another clock. */
    public PkiCaOptions at(InstantSource newClock) {
        return new PkiCaOptions(
                address,
                port,
                publicUrl,
                database,
                data,
                keyEncryptionKey,
                seed,
                clients,
                ocspValidity,
                newClock);
    }
}
