package org.plugcharge.secc.host;

import org.plugcharge.v2g.v2gtp.SdpSecurity;

/** Whether a station speaks TLS. */
public enum TlsPolicy {
    /** Both; the vehicle chooses. */
    ALLOW,
    /** TLS only, whatever the vehicle asks for. */
    FORCE,
    /** Plain TCP only: no contract can be used. */
    PROHIBIT;

    /** What discovery answers to what the vehicle asked [V2G2-626], [V2G2-627]. */
    SdpSecurity answer(SdpSecurity asked) {
        return switch (this) {
            case ALLOW -> asked;
            case FORCE -> SdpSecurity.TLS;
            case PROHIBIT -> SdpSecurity.NONE;
        };
    }

    boolean tls() {
        return this != PROHIBIT;
    }

    boolean plain() {
        return this != FORCE;
    }
}
