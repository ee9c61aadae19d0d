package org.plugcharge.plc.segment;

import org.plugcharge.exi.Bytes;

import java.time.Instant;

/** What a modem tells its host, and when. */
public sealed interface Delivery {

    /** The host that is told. */
    Station to();

    /** When. */
    Instant at();

    /** A frame came in. */
    record Frame(Station to, Instant at, Bytes octets) implements Delivery {}

    /** The first peer of the modem's network is reachable. */
    record LinkUp(Station to, Instant at) implements Delivery {}

    /** The last peer of the modem's network is gone. */
    record LinkDown(Station to, Instant at) implements Delivery {}
}
