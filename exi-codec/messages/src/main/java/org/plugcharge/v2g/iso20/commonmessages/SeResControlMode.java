package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.Choice;

/** What the station offers, by control mode; in ScheduleExchangeRes. */
@Choice
public sealed interface SeResControlMode
        permits DynamicSeResControlMode, ScheduledSeResControlMode {}
