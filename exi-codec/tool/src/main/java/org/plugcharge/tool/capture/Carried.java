package org.plugcharge.tool.capture;

import org.plugcharge.exi.Bytes;

/** What a packet carries, as far as it matters to charging. */
public sealed interface Carried {

    /** A HomePlug management message (0x88E1): what comes behind the ethertype. */
    record PowerLine(Bytes source, Bytes destination, Bytes message) implements Carried {}

    /** A UDP datagram. */
    record Datagram(Endpoint source, Endpoint destination, Bytes payload) implements Carried {}

    /**
     * A TCP segment.
     *
     * @param missing octets of payload that were sent but not captured
     */
    record Segment(
            Endpoint source,
            Endpoint destination,
            long sequence,
            long acknowledged,
            boolean syn,
            boolean ack,
            boolean fin,
            boolean rst,
            Bytes payload,
            int missing)
            implements Carried {}

    /** A packet that can't be read though it should be; why. */
    record Unreadable(String reason) implements Carried {}

    /** Anything else. */
    record Nothing() implements Carried {}
}
