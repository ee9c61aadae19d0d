package org.plugcharge.certs.tls;

import java.util.List;

/**
 * What a station brings to TLS: its chains in order of preference, trusted_ca_keys chooses among
 * them; and where its secrets are logged, normally nowhere.
 */
public record ServerProfile(List<ServerIdentity> identities, KeyLog keyLog) {

    /** Without a key log. */
    public ServerProfile(List<ServerIdentity> identities) {
        this(identities, KeyLog.NONE);
    }

    /** {@link IllegalArgumentException} without any chain. */
    public ServerProfile {
        identities = List.copyOf(identities);
        if (identities.isEmpty()) {
            throw new IllegalArgumentException(
                    "a station needs a certificate chain for TLS, got none");
        }
    }
}
