package org.plugcharge.plc.segment;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.MmeFrame;

import java.time.Instant;

/**
 * A frame seen between a host and its modem: when, at which station, which way, what it says and
 * its octets.
 */
public record Sighting(
        Instant at, Station station, Direction direction, MmeFrame frame, Bytes octets) {

    /** Which way, as the host sees it. */
    public enum Direction {
        /** The host gave it to its modem. */
        SENT,
        /** The modem gave it to its host. */
        RECEIVED
    }
}
