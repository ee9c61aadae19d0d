package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What is wrong with the car. */
@SimpleType("errorCodeType")
public enum EvErrorCode {
    @WireName("OK_NoEVError")
    OK_NO_EV_ERROR,
    FAILED,
    @WireName("FAILED_EmergencyEvent")
    FAILED_EMERGENCY_EVENT,
    @WireName("FAILED_Breaker")
    FAILED_BREAKER,
    @WireName("FAILED_RESSTemperatureInhibit")
    FAILED_RESS_TEMPERATURE_INHIBIT,
    FAILED_RESS,
    @WireName("FAILED_ChargingCurrentDifferential")
    FAILED_CHARGING_CURRENT_DIFFERENTIAL,
    @WireName("FAILED_ChargingVoltageOutOfRange")
    FAILED_CHARGING_VOLTAGE_OUT_OF_RANGE,
    @WireName("FAILED_Reserved1")
    FAILED_RESERVED1,
    @WireName("FAILED_Reserved2")
    FAILED_RESERVED2
}
