package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Dynamic mode of a DC station for a car that only charges; in DC_ChargeLoopRes. */
@GlobalElement("Dynamic_DC_CLResControlMode")
public record DynamicDcClResControlMode(
        @Nullable Long departureTime,
        @Nullable Integer minimumSoc,
        @Nullable Integer targetSoc,
        @Nullable Integer ackMaxDelay,
        RationalNumber maximumChargePower,
        RationalNumber minimumChargePower,
        RationalNumber maximumChargeCurrent,
        RationalNumber maximumVoltage)
        implements DcDynamicRes {}
