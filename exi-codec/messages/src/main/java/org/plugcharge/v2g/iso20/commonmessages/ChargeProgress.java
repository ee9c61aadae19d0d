package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What PowerDeliveryReq asks for. */
@SimpleType("chargeProgressType")
public enum ChargeProgress {
    @WireName("Start")
    START,
    @WireName("Stop")
    STOP,
    @WireName("Standby")
    STANDBY,
    @WireName("ScheduleRenegotiation")
    SCHEDULE_RENEGOTIATION
}
