package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The unit of a setpoint or of one axis of a curve. */
@SimpleType("derUnitType")
public enum DerUnit {
    @WireName("V")
    VOLT,
    @WireName("Hz")
    HERTZ,
    @WireName("W")
    WATT,
    @WireName("s")
    SECOND,
    @WireName("var")
    VAR,
    @WireName("PercentageEVMaximumConfiguredActivePower")
    PERCENTAGE_EV_MAXIMUM_CONFIGURED_ACTIVE_POWER,
    @WireName("PercentageEVMaximumConfiguredReactivePower")
    PERCENTAGE_EV_MAXIMUM_CONFIGURED_REACTIVE_POWER,
    @WireName("PercentageEVMaximumConfiguredApparentPower")
    PERCENTAGE_EV_MAXIMUM_CONFIGURED_APPARENT_POWER,
    @WireName("PercentageEVMaximumAvailableActivePower")
    PERCENTAGE_EV_MAXIMUM_AVAILABLE_ACTIVE_POWER,
    @WireName("PercentageEVMaximumAvailableReactivePower")
    PERCENTAGE_EV_MAXIMUM_AVAILABLE_REACTIVE_POWER,
    @WireName("PercentageV")
    PERCENTAGE_V
}
