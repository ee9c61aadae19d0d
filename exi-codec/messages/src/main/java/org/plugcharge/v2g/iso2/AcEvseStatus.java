package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Status of an AC station: notice to the car, seconds the car has to obey it, and whether the
 * residual current device tripped.
 */
@GlobalElement("AC_EVSEStatus")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record AcEvseStatus(
        @Wire(value = "NotificationMaxDelay", xs = Xs.UNSIGNED_SHORT) int notificationMaxDelay,
        @Wire("EVSENotification") EvseNotification notification,
        @Wire("RCD") boolean rcd)
        implements EvseStatus {}
