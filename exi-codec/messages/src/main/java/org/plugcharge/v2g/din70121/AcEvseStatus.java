package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Status of an AC station: whether its contactor is closed, whether the residual current device
 * tripped, and a notice to the car with the seconds it has to obey.
 */
@GlobalElement("AC_EVSEStatus")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record AcEvseStatus(
        @Wire("PowerSwitchClosed") boolean powerSwitchClosed,
        @Wire("RCD") boolean rcd,
        @Wire(value = "NotificationMaxDelay", xs = Xs.UNSIGNED_INT) long notificationMaxDelay,
        @Wire("EVSENotification") EvseNotification notification)
        implements EvseStatus {}
