package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Dynamic mode of a DC car that only charges; in DC_ChargeLoopReq. */
@GlobalElement("Dynamic_DC_CLReqControlMode")
public record DynamicDcClReqControlMode(
        @Nullable Long departureTime,
        RationalNumber targetEnergyRequest,
        RationalNumber maximumEnergyRequest,
        RationalNumber minimumEnergyRequest,
        RationalNumber maximumChargePower,
        RationalNumber minimumChargePower,
        RationalNumber maximumChargeCurrent,
        RationalNumber maximumVoltage,
        RationalNumber minimumVoltage)
        implements DcDynamicReq {}
