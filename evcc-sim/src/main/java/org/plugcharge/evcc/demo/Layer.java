package org.plugcharge.evcc.demo;

import java.util.Locale;

/** What a message of the timeline belongs to. */
public enum Layer {
    /** Which car hangs on which cable, over the power line. */
    SLAC,
    /** Discovery of the station by datagram. */
    SDP,
    /** The handshake between car and station. */
    TLS,
    /** ISO 15118 messages, supportedAppProtocol among them. */
    V2G,
    /** Station and back end. */
    OCPP,
    /** Certificate status. */
    OCSP,
    /** REST between back ends. */
    HTTP,
    /** Commands to the station's hardware and what it reports. */
    EVSE;

    /** For class names in the page. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
