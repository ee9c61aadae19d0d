package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;

/** What every response in a charge loop begins with. */
public interface ChargeLoopRes extends Iso20Response {

    /** What the station wants the car to do next. */
    @Wire("EVSEStatus")
    @Nullable EvseStatus evseStatus();

    /** The meter reading, if the car asked for it. */
    @Wire("MeterInfo")
    @Nullable MeterInfo meterInfo();

    /** What the session has cost so far. */
    @Wire("Receipt")
    @Nullable Receipt receipt();
}
