package org.plugcharge.ca;

import org.plugcharge.certs.VerificationKey;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
 * @param tokenIssuer whose OAuth2 access tokens count beside the clients' own; none: nobody's
 * @param tls a second port with TLS, which asks for client certificates; none: plain HTTP only
 * @param approval who has to agree to ceremonies
 * @param organization what CAs are called, at most 32 characters; two CAs that may meet need two
 *     names
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
        InstantSource clock,
        Optional<TokenIssuer> tokenIssuer,
        Optional<Tls> tls,
        Approval approval,
        String organization) {

    private static final int MAX_ORGANIZATION = 32;

    /**
     * A client and what it is known by: a token of at least 16 characters, or {@code sha256:} and
     * the 64 hex digits of the fingerprint of its TLS certificate.
     */
    public record Grant(String token, Client client) {

        private static final int MIN_TOKEN = 16;
        private static final String FINGERPRINT = "sha256:";

        /** {@link IllegalArgumentException} for a token that is too short. */
        public Grant {
            if (token.length() < MIN_TOKEN) {
                throw new IllegalArgumentException(
                        "expected a token of at least 16 characters for " + client.name());
            }
            if (token.startsWith(FINGERPRINT) && !token.matches(FINGERPRINT + "[0-9a-f]{64}")) {
                throw new IllegalArgumentException(
                        "expected sha256: and 64 hex digits for " + client.name());
            }
        }

        /** What its TLS certificate hashes to, if it is known by one. */
        Optional<String> certificateFingerprint() {
            return token.startsWith(FINGERPRINT)
                    ? Optional.of(token.substring(FINGERPRINT.length()))
                    : Optional.empty();
        }

        /** Names no token. */
        @Override
        public String toString() {
            return "Grant[" + client + "]";
        }
    }

    /**
     * An OAuth2 authorization server whose access tokens count here.
     *
     * @param issuer the {@code iss} of its tokens
     * @param audience what has to stand in {@code aud}
     * @param keys its key set (JWKS): http, https or file
     */
    public record TokenIssuer(String issuer, String audience, URI keys) {}

    /**
     * A TLS port beside the plain one, with a certificate from the operator's root.
     *
     * @param port 0 takes any free one
     * @param names what the certificate is for; DNS names or addresses
     */
    public record Tls(int port, List<String> names) {

        /** Copies the list. */
        public Tls {
            names = List.copyOf(names);
        }
    }

    /**
     * Who has to agree before a CA is made, imported, followed or crossed.
     *
     * @param needed how many of them; 0 needs nobody, and then every missing CA is made at the
     *     start
     * @param approvers names and their public keys
     */
    public record Approval(int needed, Map<String, VerificationKey> approvers) {

        /** {@link IllegalArgumentException} if more are needed than there are. */
        public Approval {
            approvers = Collections.unmodifiableMap(new TreeMap<>(approvers));
            if (needed < 0 || needed > approvers.size()) {
                throw new IllegalArgumentException(
                        "expected 0 to %d approvals, found %d".formatted(approvers.size(), needed));
            }
        }

        /** Nobody has to agree. */
        public static Approval none() {
            return new Approval(0, Map.of());
        }
    }

    /** Copies the list; {@link IllegalArgumentException} for a name that is too long. */
    public PkiCaOptions {
        clients = List.copyOf(clients);
        if (organization.isBlank() || organization.length() > MAX_ORGANIZATION) {
            throw new IllegalArgumentException("expected an organization of 1 to 32 characters");
        }
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
                InstantSource.system(),
                Optional.empty(),
                Optional.empty(),
                Approval.none(),
                "plugcharge");
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
                clock,
                tokenIssuer,
                tls,
                approval,
                organization);
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
                clock,
                tokenIssuer,
                tls,
                approval,
                organization);
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
                clock,
                tokenIssuer,
                tls,
                approval,
                organization);
    }

    /** The same, reached by others at this address, which certificates carry. */
    public PkiCaOptions reachedAt(String url) {
        return new PkiCaOptions(
                address,
                port,
                Optional.of(url),
                database,
                data,
                keyEncryptionKey,
                seed,
                clients,
                ocspValidity,
                clock,
                tokenIssuer,
                tls,
                approval,
                organization);
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
                clock,
                tokenIssuer,
                tls,
                approval,
                organization);
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
                clock,
                tokenIssuer,
                tls,
                approval,
                organization);
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
                clock,
                tokenIssuer,
                tls,
                approval,
                organization);
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
                newClock,
                tokenIssuer,
                tls,
                approval,
                organization);
    }

    /** The same and access tokens of this authorization server. */
    public PkiCaOptions trusting(TokenIssuer newIssuer) {
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
                clock,
                Optional.of(newIssuer),
                tls,
                approval,
                organization);
    }

    /** The same with a TLS port. */
    public PkiCaOptions withTls(Tls newTls) {
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
                clock,
                tokenIssuer,
                Optional.of(newTls),
                approval,
                organization);
    }

    /** The same with ceremonies that need approval. */
    public PkiCaOptions approvedBy(Approval newApproval) {
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
                clock,
                tokenIssuer,
                tls,
                newApproval,
                organization);
    }

    /** The same with other names of the CAs. */
    public PkiCaOptions called(String newOrganization) {
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
                clock,
                tokenIssuer,
                tls,
                approval,
                newOrganization);
    }
}
