package org.plugcharge.tool.rules;

import org.plugcharge.v2g.v2gtp.Broken;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.Skipped;

/** Whether frames hold what they have to. */
public final class FrameRules {

    static final Rule READABLE =
            new Rule("message.readable", "EXI", "a payload is one message of its set");
    static final Rule FRAMED =
            new Rule("frame.readable", "V2GTP", "a connection holds frames and nothing else");
    static final Rule KNOWN_TYPE =
            new Rule(
                    "frame.known-type",
                    "[V2G2-800]",
                    "a frame of unknown type is ignored by its receiver");
    static final Rule PLACE = new Rule("frame.place", "V2GTP", "discovery is spoken over UDP only");
    static final Rule ROLE =
            new Rule("turn.role", "", "vehicles, which open the connection, ask; stations answer");

    private FrameRules() {}

    /** A payload that is no message. */
    public static Finding unreadable(String reason) {
        return Finding.broken(READABLE, reason);
    }

    /** Octets that are no frames. */
    public static Finding noFrame(Broken broken) {
        return Finding.broken(FRAMED, broken.text());
    }

    /** A frame of a type nobody knows. */
    public static Finding unknownType(Skipped skipped) {
        return Finding.note(KNOWN_TYPE, skipped.toString());
    }

    /** A frame of discovery inside a connection. */
    public static Finding misplaced(PayloadType type) {
        return Finding.broken(PLACE, "found " + type + " in a TCP connection");
    }

    /** A response from the vehicle, or a request from the station. */
    public static Finding wrongRole(String message) {
        return Finding.broken(ROLE, "found " + message + " from the other side");
    }
}
