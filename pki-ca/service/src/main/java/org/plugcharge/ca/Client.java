package org.plugcharge.ca;

import org.plugcharge.certs.CertificateProfile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whoever asks, known by a token or by a TLS client certificate.
 *
 * @param scopes the names it may ask for; empty means all. {@code operator:DE*PNC} (stations and
 *     servers), {@code provider:DEPNC} (contracts, country and provider) and {@code wmi:WPC}
 *     (vehicles) count for their kind of certificate only; {@code DE*PNC} alone is the beginning of
 *     a name of any kind. Separators and case do not count.
 */
public record Client(String name, Set<Role> roles, Set<String> scopes) {

    private static final Pattern SCOPE =
            Pattern.compile("((operator|provider|wmi):)?[^:\\s]{1,64}");

    /** Copies the sets; {@link IllegalArgumentException} for a scope of no known form. */
    public Client {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        for (String scope : scopes) {
            if (!SCOPE.matcher(scope).matches() || bare(value(scope)).isEmpty()) {
                throw new IllegalArgumentException(
                        "expected a scope operator:ID, provider:ID, wmi:ID or the beginning of a"
                                + " name, found "
                                + Problem.shown(scope));
            }
        }
    }

    boolean mayEnrol(CertificateProfile profile, String commonName) {
        return mayHave(profile)
                && (scopes.isEmpty()
                        || scopes.stream().anyMatch(scope -> covers(scope, profile, commonName)));
    }

    boolean mayHave(CertificateProfile profile) {
        return roles.stream().anyMatch(role -> role.mayHave(profile));
    }

    boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    private static boolean covers(String scope, CertificateProfile profile, String commonName) {
        int colon = scope.indexOf(':');
        boolean ofThisKind = colon < 0 || scope.substring(0, colon).equals(right(profile));
        return ofThisKind && bare(commonName).startsWith(bare(value(scope)));
    }

    /** Whose right names of this kind are. */
    private static String right(CertificateProfile profile) {
        return switch (Role.kind(profile)) {
            case "contract-leaf" -> "provider";
            case "oem-provisioning-leaf", "vehicle-leaf" -> "wmi";
            case "secc-leaf", "tls-server" -> "operator";
            default -> "";
        };
    }

    private static String value(String scope) {
        return scope.substring(scope.indexOf(':') + 1);
    }

    private static String bare(String name) {
        return name.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }
}
