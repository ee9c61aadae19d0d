package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Scheduled mode of a DC station for a car that only charges; in DC_ChargeLoopRes. */
@GlobalElement("Scheduled_DC_CLResControlMode")
public record ScheduledDcClResControlMode(
        @Nullable RationalNumber maximumChargePower,
        @Nullable RationalNumber minimumChargePower,
        @Nullable RationalNumber maximumChargeCurrent,
        @Nullable RationalNumber maximumVoltage)
        implements DcScheduledRes {}
