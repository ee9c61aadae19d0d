package org.plugcharge.ca;

import org.plugcharge.certs.VerificationKey;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How a CA is started: where it listens, what it keeps where, who may come in, what it issues. */
public record PkiCaOptions(Listening listening, Storage storage, Access access, Issuing issuing) {

    /**
     * Where it listens.
     *
     * @param port 0 takes any free one
     * @param publicUrl how others reach this service; goes into certificates; none: the address it
     *     listens on
     * @param tls a second port with TLS, which asks for client certificates; none: plain HTTP only
     */
    public record Listening(
            String address, int port, Optional<String> publicUrl, Optional<Tls> tls) {}

    /**
     * What it keeps where.
     *
     * @param database JDBC URL of a PostgreSQL database; none: an embedded one
     * @param data where the embedded database and the key-encryption key are kept; none: they end
     *     with the process
     * @param keys where the private keys live
     */
    public record Storage(Optional<String> database, Optional<Path> data, KeyPlace keys) {}

    /**
     * Who may come in, and who has to agree.
     *
     * @param tokenIssuer whose OAuth2 access tokens count beside the clients' own; none: nobody's
     * @param approval who has to agree to ceremonies
     */
    public record Access(
            List<Grant> clients, Optional<TokenIssuer> tokenIssuer, Approval approval) {

        /** Copies the list. */
        public Access {
            clients = List.copyOf(clients);
        }
    }

    /**
     * What it issues.
     *
     * @param organization what CAs are called, at most 32 characters; two CAs that may meet need
     *     two names
     * @param ocspValidity how long an OCSP answer may be used
     */
    public record Issuing(String organization, Duration ocspValidity, InstantSource clock) {

        private static final int MAX_ORGANIZATION = 32;

        /** {@link IllegalArgumentException} for a name that is too long. */
        public Issuing {
            if (organization.isBlank() || organization.length() > MAX_ORGANIZATION) {
                throw new IllegalArgumentException(
                        "expected an organization of 1 to 32 characters");
            }
        }
    }

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

    /**
     * Any free port of this machine, an embedded database that ends with the process, random keys,
     * no clients.
     */
    public static PkiCaOptions standard() {
        return new PkiCaOptions(
                new Listening("127.0.0.1", 0, Optional.empty(), Optional.empty()),
                new Storage(Optional.empty(), Optional.empty(), KeyPlace.Database.RANDOM),
                new Access(List.of(), Optional.empty(), Approval.none()),
                new Issuing("plugcharge", Duration.ofHours(1), InstantSource.system()));
    }

    /** The same with one more client. */
    public PkiCaOptions withClient(String token, String name, Set<Role> roles, String... scopes) {
        List<Grant> all = new ArrayList<>(access.clients());
        all.add(new Grant(token, new Client(name, roles, Set.of(scopes))));
        return with(new Access(all, access.tokenIssuer(), access.approval()));
    }

    /** The same on another database. */
    public PkiCaOptions onDatabase(String jdbcUrl) {
        return with(new Storage(Optional.of(jdbcUrl), storage.data(), storage.keys()));
    }

    /** The same with a seed for all CA keys; they live in the database then. */
    public PkiCaOptions seeded(String seed) {
        return keysIn(databaseKeys().seeded(seed));
    }

    /** The same, reached by others at this address, which certificates carry. */
    public PkiCaOptions reachedAt(String url) {
        return with(
                new Listening(
                        listening.address(), listening.port(), Optional.of(url), listening.tls()));
    }

    /** The same on this port. */
    public PkiCaOptions onPort(int port) {
        return with(
                new Listening(listening.address(), port, listening.publicUrl(), listening.tls()));
    }

    /** The same with the key-encryption key in this file; the keys live in the database then. */
    public PkiCaOptions sealedBy(Path file) {
        return keysIn(databaseKeys().sealedBy(file));
    }

    /** The same with its private keys there. */
    public PkiCaOptions keysIn(KeyPlace place) {
        return with(new Storage(storage.database(), storage.data(), place));
    }

    /** The same with everything kept in this directory. */
    public PkiCaOptions keptIn(Path directory) {
        return with(new Storage(storage.database(), Optional.of(directory), storage.keys()));
    }

    /** The same with another clock. */
    public PkiCaOptions at(InstantSource clock) {
        return with(new Issuing(issuing.organization(), issuing.ocspValidity(), clock));
    }

    /** The same and access tokens of this authorization server. */
    public PkiCaOptions trusting(TokenIssuer issuer) {
        return with(new Access(access.clients(), Optional.of(issuer), access.approval()));
    }

    /** The same with a TLS port. */
    public PkiCaOptions withTls(Tls tls) {
        return with(
                new Listening(
                        listening.address(),
                        listening.port(),
                        listening.publicUrl(),
                        Optional.of(tls)));
    }

    /** The same with ceremonies that need approval. */
    public PkiCaOptions approvedBy(Approval approval) {
        return with(new Access(access.clients(), access.tokenIssuer(), approval));
    }

    /** The same with other names of the CAs. */
    public PkiCaOptions called(String organization) {
        return with(new Issuing(organization, issuing.ocspValidity(), issuing.clock()));
    }

    private KeyPlace.Database databaseKeys() {
        return storage.keys() instanceof KeyPlace.Database sealed
                ? sealed
                : KeyPlace.Database.RANDOM;
    }

    private PkiCaOptions with(Listening other) {
        return new PkiCaOptions(other, storage, access, issuing);
    }

    private PkiCaOptions with(Storage other) {
        return new PkiCaOptions(listening, other, access, issuing);
    }

    private PkiCaOptions with(Access other) {
        return new PkiCaOptions(listening, storage, other, issuing);
    }

    private PkiCaOptions with(Issuing other) {
        return new PkiCaOptions(listening, storage, access, other);
    }
}
