package org.plugcharge.ocpp.station;

import java.time.Instant;

/**
 * Sees what goes over the wire, for a journal or a report. Called on the connection's thread: be
 * quick.
 */
@FunctionalInterface
public interface FrameTap {

    /** Sees nothing. */
    FrameTap NONE = (at, sent, frame) -> {};

    /** A text frame was sent or received. */
    void frame(Instant at, boolean sent, String frame);
}
