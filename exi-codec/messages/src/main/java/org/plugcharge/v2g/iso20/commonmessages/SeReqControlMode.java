package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.Choice;

/** What the car needs, by control mode; in ScheduleExchangeReq. */
@Choice
public sealed interface SeReqControlMode
        permits DynamicSeReqControlMode, ScheduledSeReqControlMode {}
