package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Dynamic mode, in which the station steers the power: what it knows of the driver's wishes. */
public interface DynamicClResControlMode extends ClResControlMode {

    /** When the car is expected to leave, in seconds from the message's time of sending. */
    @Wire(value = "DepartureTime", xs = Xs.UNSIGNED_INT)
    @Nullable Long departureTime();

    /** The least state of charge the driver wants, percent. */
    @Wire("MinimumSOC")
    @Range(min = 0, max = 100)
    @Nullable Integer minimumSoc();

    /** The state of charge the driver wants, percent. */
    @Wire("TargetSOC")
    @Range(min = 0, max = 100)
    @Nullable Integer targetSoc();

    /** Within how many seconds the car shall confirm these. */
    @Wire(value = "AckMaxDelay", xs = Xs.UNSIGNED_SHORT)
    @Nullable Integer ackMaxDelay();
}
