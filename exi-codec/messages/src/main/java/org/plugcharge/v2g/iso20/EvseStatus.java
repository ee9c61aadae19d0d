package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * What the station wants the car to do, within so many seconds; in charge loop responses and
 * PowerDeliveryRes.
 */
@ComplexType("EVSEStatusType")
public record EvseStatus(
        @Wire(value = "NotificationMaxDelay", xs = Xs.UNSIGNED_SHORT) int notificationMaxDelay,
        @Wire("EVSENotification") EvseNotification notification) {}
