package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What the station wants the car to do next. */
@SimpleType("evseNotificationType")
public enum EvseNotification {
    @WireName("Pause")
    PAUSE,
    @WireName("ExitStandby")
    EXIT_STANDBY,
    @WireName("Terminate")
    TERMINATE,
    @WireName("ScheduleRenegotiation")
    SCHEDULE_RENEGOTIATION,
    @WireName("ServiceRenegotiation")
    SERVICE_RENEGOTIATION,
    @WireName("MeteringConfirmation")
    METERING_CONFIRMATION
}
