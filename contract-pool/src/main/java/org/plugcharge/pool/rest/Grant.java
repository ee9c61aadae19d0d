package org.plugcharge.pool.rest;

import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Pcid;

import java.util.Set;

/**
 * A bearer token and what its holder may do: a role, and for which manufacturers (OEM: first three
 * characters of the PCID) or providers (eMSP: first five of the eMAID). An empty scope is all.
 */
public record Grant(Role role, String token, Set<String> scope) {

    /** The shortest token that can't be guessed: 128 bits in base64. */
    private static final int SHORTEST = 22;

    /**
     * Keeps its own copy; {@link IllegalArgumentException} for a token shorter than 22 characters.
     */
    public Grant {
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "expected a token of at least 22 characters for "
                            + role
                            + ", got "
                            + token.length());
        }
        scope = Set.copyOf(scope);
    }

    /** A grant for all manufacturers or providers. */
    public static Grant all(Role role, String token) {
        return new Grant(role, token, Set.of());
    }

    boolean reaches(Pcid pcid) {
        return scope.isEmpty() || scope.contains(pcid.manufacturer());
    }

    boolean reaches(Emaid emaid) {
        return scope.isEmpty() || scope.contains(emaid.account().substring(0, 5));
    }

    /** The token is not shown. */
    @Override
    public String toString() {
        return role + (scope.isEmpty() ? "" : scope.toString());
    }
}
