package org.plugcharge.csms.store;

import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.Optional;

/**
 * The tokens this CSMS knows, contracts among them, and what each is good for. An eMAID is one
 * however it is written.
 */
@Component
public class Tokens {

    private final JdbcClient database;

    Tokens(JdbcClient database) {
        this.database = database;
    }

    /** Remembers a token's status; {@link IllegalArgumentException} for an eMAID that is none. */
    public void put(String tenant, IdTokenType type, String value, AuthorizationStatus status) {
        database.sql(
                        """
                        insert into token (tenant, type, value, status) values (:tenant, :type, :value, :status)
                        on conflict (tenant, type, value) do update set status = excluded.status
                        """)
                .param("tenant", tenant)
                .param("type", type.wire())
                .param("value", type == IdTokenType.EMAID ? Emaid.parse(value).canonical() : value)
                .param("status", status.wire())
                .update();
    }

    /** The token's status; Unknown for one nobody put here. */
    public AuthorizationStatus status(String tenant, IdToken token) {
        return canonical(token)
                .flatMap(value ->
                        database.sql(
                                        """
                                        select status from token
                                        where tenant = :tenant and type = :type and value = :value
                                        """)
                                .param("tenant", tenant)
                                .param("type", token.type().wire())
                                .param("value", value)
                                .query(String.class)
                                .optional())
                .map(Tokens::named)
                .orElse(AuthorizationStatus.UNKNOWN);
    }

    /** One spelling of an eMAID; nothing for one that is none. */
    static Optional<String> canonical(IdToken token) {
        if (token.type() != IdTokenType.EMAID) {
            return Optional.of(token.idToken());
        }
        try {
            return Optional.of(Emaid.parse(token.idToken()).canonical());
        } catch (IdentifierException _) {
            return Optional.empty();
        }
    }

    private static AuthorizationStatus named(String wire) {
        return Arrays.stream(AuthorizationStatus.values())
                .filter(status -> status.wire().equals(wire))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("unknown token status in the database: " + wire));
    }
}
