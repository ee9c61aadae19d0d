package org.plugcharge.csms.host;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** User and password of an Authorization header. */
record BasicAuth(String user, String password) {

    private static final String SCHEME = "Basic ";
    private static final int MAX_HEADER = 512;

    /** Reads the header; nothing for another scheme, bad base64 or no colon. */
    static Optional<BasicAuth> parse(@Nullable String header) {
        if (header == null
                || header.length() > MAX_HEADER
                || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] octets = Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            String text = new String(octets, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new BasicAuth(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
