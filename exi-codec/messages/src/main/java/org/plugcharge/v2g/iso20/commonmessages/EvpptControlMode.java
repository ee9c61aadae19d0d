package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.Choice;

/** Which schedule a power profile follows, by control mode; in EVPowerProfile. */
@Choice
public sealed interface EvpptControlMode
        permits DynamicEvpptControlMode, ScheduledEvpptControlMode {}
