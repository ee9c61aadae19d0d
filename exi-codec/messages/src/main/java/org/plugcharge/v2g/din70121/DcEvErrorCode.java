package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What is wrong with a DC car. */
@SimpleType("DC_EVErrorCodeType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum DcEvErrorCode {
    NO_ERROR,
    @WireName("FAILED_RESSTemperatureInhibit")
    FAILED_RESS_TEMPERATURE_INHIBIT,
    @WireName("FAILED_EVShiftPosition")
    FAILED_EV_SHIFT_POSITION,
    @WireName("FAILED_ChargerConnectorLockFault")
    FAILED_CHARGER_CONNECTOR_LOCK_FAULT,
    @WireName("FAILED_EVRESSMalfunction")
    FAILED_EV_RESS_MALFUNCTION,
    @WireName("FAILED_ChargingCurrentdifferential")
    FAILED_CHARGING_CURRENT_DIFFERENTIAL,
    @WireName("FAILED_ChargingVoltageOutOfRange")
    FAILED_CHARGING_VOLTAGE_OUT_OF_RANGE,
    @WireName("Reserved_A")
    RESERVED_A,
    @WireName("Reserved_B")
    RESERVED_B,
    @WireName("Reserved_C")
    RESERVED_C,
    @WireName("FAILED_ChargingSystemIncompatibility")
    FAILED_CHARGING_SYSTEM_INCOMPATIBILITY,
    @WireName("NoData")
    NO_DATA
}
