package org.plugcharge.plc.segment;

import org.plugcharge.exi.Bytes;

/**
 * What else happens on the line: whether one frame on its way from one station to another is lost.
 */
@FunctionalInterface
public interface Weather {

    /** Nothing is ever lost. */
    Weather FAIR = (_, _, _) -> false;

    /** Whether this frame does not arrive. */
    boolean loses(Station from, Station to, Bytes frame);
}
