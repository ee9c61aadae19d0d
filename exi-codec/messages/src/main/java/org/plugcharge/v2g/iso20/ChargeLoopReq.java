package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;

/** What every request in a charge loop begins with. */
public interface ChargeLoopReq extends Iso20Request {

    /** What the station may show to the driver. */
    @Wire("DisplayParameters")
    @Nullable DisplayParameters displayParameters();

    /** Whether the answer shall hold a meter reading. */
    @Wire("MeterInfoRequested")
    boolean meterInfoRequested();
}
