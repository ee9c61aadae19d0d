package org.plugcharge.ca;

import org.plugcharge.certs.CertificateProfile;
import org.springframework.http.HttpStatus;

/**
 * A request that is refused: becomes a problem document (RFC 9457) with the id of the broken rule.
 */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String rule;

    Problem(HttpStatus status, String rule, String detail) {
        super(detail);
        this.status = status;
        this.rule = rule;
    }

    HttpStatus status() {
        return status;
    }

    String rule() {
        return rule;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    static Problem unknownProfile(String profile) {
        return new Problem(
                HttpStatus.NOT_FOUND, "ca.profile", "no such profile: " + shown(profile));
    }

    static Problem rights(Client client, CertificateProfile profile) {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "ca.rights",
                client.name() + " may not ask for " + profile.id() + " of this name");
    }

    static Problem unknownLabel() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "rfc7030.label",
                "expected cpo, mo, oem, cps or veh, and ISO15118-2 or ISO15118-20 that has it");
    }

    /** One answer for what is not there and what is not yours. */
    static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "ca.certificate", "no such certificate of yours");
    }

    static Problem malformed(String rule, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, rule, detail);
    }

    static Problem unprocessable(String rule, String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, rule, detail);
    }

    static String shown(String text) {
        String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() > 64 ? clean.substring(0, 64) + "..." : clean;
    }
}
