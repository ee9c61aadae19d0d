package org.plugcharge.ca;

import org.plugcharge.certs.Iso2Profile;

import java.util.Locale;
import java.util.Set;

/**
 * Whoever asks, known by its token.
 *
 * @param scopes beginnings of names it may ask for ({@code DEPNC}, {@code DE*PNC}, {@code WPC}),
 *     separators and case ignored; empty means all
 */
public record Client(String name, Set<Role> roles, Set<String> scopes) {

    /** Copies the sets. */
    public Client {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    boolean mayEnrol(Iso2Profile profile, String commonName) {
        return roles.stream().anyMatch(role -> role.profiles().contains(profile))
                && isInScope(commonName);
    }

    boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    private boolean isInScope(String commonName) {
        return scopes.isEmpty()
                || scopes.stream().anyMatch(scope -> bare(commonName).startsWith(bare(scope)));
    }

    private static String bare(String name) {
        return name.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }
}
