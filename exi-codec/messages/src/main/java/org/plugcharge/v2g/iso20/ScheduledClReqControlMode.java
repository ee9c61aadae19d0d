package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Wire;

/** Scheduled mode, in which the car follows a schedule it chose: the energy it still needs, Wh. */
public interface ScheduledClReqControlMode extends ClReqControlMode {

    /** Energy until the driver's target is reached. */
    @Wire("EVTargetEnergyRequest")
    @Nullable RationalNumber targetEnergyRequest();

    /** Energy the battery can take at most. */
    @Wire("EVMaximumEnergyRequest")
    @Nullable RationalNumber maximumEnergyRequest();

    /** Energy until the least state of charge is reached. */
    @Wire("EVMinimumEnergyRequest")
    @Nullable RationalNumber minimumEnergyRequest();
}
