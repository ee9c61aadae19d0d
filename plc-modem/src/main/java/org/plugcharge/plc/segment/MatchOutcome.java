package org.plugcharge.plc.segment;

import org.plugcharge.plc.mme.Nid;
import org.plugcharge.plc.slac.EvseSlac;
import org.plugcharge.plc.slac.PevSlac;

import java.time.Duration;

/** How a run of matching ended. */
public sealed interface MatchOutcome {

    /** From plug-in to the end. */
    Duration took();

    /** The car and {@code station} share the network {@code nid} and both see the link. */
    record Matched(Station station, Nid nid, Duration took) implements MatchOutcome {}

    /** The car gave up. */
    record CarGaveUp(PevSlac.Reason reason, Duration took) implements MatchOutcome {}

    /** A station gave up while the car was still trying. */
    record StationGaveUp(Station station, EvseSlac.Reason reason, Duration took)
            implements MatchOutcome {}
}
