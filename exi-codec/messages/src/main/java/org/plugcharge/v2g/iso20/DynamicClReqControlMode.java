package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Dynamic mode, in which the station steers the power: what the car needs until it leaves. */
public interface DynamicClReqControlMode extends ClReqControlMode {

    /** When the car wants to leave, in seconds from the message's time of sending. */
    @Wire(value = "DepartureTime", xs = Xs.UNSIGNED_INT)
    @Nullable Long departureTime();

    /** Energy until the driver's target is reached, Wh. */
    @Wire("EVTargetEnergyRequest")
    RationalNumber targetEnergyRequest();

    /** Energy the battery can take at most, Wh. */
    @Wire("EVMaximumEnergyRequest")
    RationalNumber maximumEnergyRequest();

    /** Energy until the least state of charge is reached, Wh; negative above it. */
    @Wire("EVMinimumEnergyRequest")
    RationalNumber minimumEnergyRequest();
}
