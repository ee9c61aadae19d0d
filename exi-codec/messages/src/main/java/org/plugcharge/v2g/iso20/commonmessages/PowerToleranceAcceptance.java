package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether the car keeps to the tolerance of the power schedule it chose. */
@SimpleType("powerToleranceAcceptanceType")
public enum PowerToleranceAcceptance {
    @WireName("PowerToleranceNotConfirmed")
    POWER_TOLERANCE_NOT_CONFIRMED,
    @WireName("PowerToleranceConfirmed")
    POWER_TOLERANCE_CONFIRMED
}
