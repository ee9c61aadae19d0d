package org.plugcharge.certs;

import java.util.Optional;

/**
 * Where a certificate says its status can be asked.
 *
 * @param ocsp its OCSP responder
 * @param list the revocation list of its issuer; written only where the profile has room for it
 */
public record StatusUrls(String ocsp, Optional<String> list) {

    /** An OCSP responder and no list. */
    public static StatusUrls ocsp(String url) {
        return new StatusUrls(url, Optional.empty());
    }
}
