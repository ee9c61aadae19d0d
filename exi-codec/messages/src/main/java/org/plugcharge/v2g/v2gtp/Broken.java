package org.plugcharge.v2g.v2gtp;

/**
 * The octets are no frames (any more): the connection is to be closed. Nothing follows this event.
 */
public record Broken(Reason reason, String text) implements V2gtpEvent {

    /** Why. */
    public enum Reason {
        /** The first two octets are not 01 FE. */
        BAD_VERSION,
        /** The payload is longer than its type allows. */
        PAYLOAD_TOO_LONG,
        /** The payload is of no known type and too long to pass over. */
        UNKNOWN_PAYLOAD_TOO_LONG
    }
}
