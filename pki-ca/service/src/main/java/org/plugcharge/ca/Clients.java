package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clients, and the hashes of their tokens or of their TLS certificates. */
final class Clients {

    private final JdbcClient jdbc;

    Clients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes this token, or this certificate, the client's only one. */
    void grant(PkiCaOptions.Grant grant) {
        Optional<String> fingerprint = grant.certificateFingerprint();
        jdbc.sql(
                        """
                        insert into client (name, token_sha256, certificate_sha256, roles, scopes)
                        values (:name, :token, :certificate, :roles, :scopes)
                        on conflict (name) do update
                        set token_sha256 = excluded.token_sha256, certificate_sha256 = excluded.certificate_sha256,
                            roles = excluded.roles, scopes = excluded.scopes
                        """)
                .param("name", grant.client().name())
                .param("token", fingerprint.isPresent() ? null : sha256(grant.token()))
                .param("certificate", fingerprint.map(HexFormat.of()::parseHex).orElse(null))
                .param(
                        "roles",
                        grant.client().roles().stream().map(Role::name).toArray(String[]::new))
                .param("scopes", grant.client().scopes().toArray(String[]::new))
                .update();
    }

    boolean areNone() {
        return jdbc.sql("select count(*) from client").query(Long.class).single() == 0;
    }

    Optional<Client> byToken(String token) {
        return jdbc.sql("select name, roles, scopes from client where token_sha256 = :token")
                .param("token", sha256(token))
                .query((row, number) -> client(row))
                .optional();
    }

    /** The client whose certificate this is, octet by octet. */
    Optional<Client> byCertificate(Certificate certificate) {
        return jdbc.sql("select name, roles, scopes from client where certificate_sha256 = :hash")
                .param("hash", certificate.fingerprint().toArray())
                .query((row, number) -> client(row))
                .optional();
    }

    private static Client client(ResultSet row) throws SQLException {
        Set<Role> roles =
                texts(row.getArray("roles")).map(Role::valueOf).collect(Collectors.toSet());
        return new Client(
                row.getString("name"),
                roles,
                texts(row.getArray("scopes")).collect(Collectors.toSet()));
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray());
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
