package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.Choice;

/** Which schedule a meter reading belongs to, by control mode; in SignedMeteringData. */
@Choice
public sealed interface SmdtControlMode permits DynamicSmdtControlMode, ScheduledSmdtControlMode {}
