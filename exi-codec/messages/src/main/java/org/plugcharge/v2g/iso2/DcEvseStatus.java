package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Status of a DC station: notice to the car, seconds the car has to obey it, isolation, and state
 * of the station.
 */
@GlobalElement("DC_EVSEStatus")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record DcEvseStatus(
        @Wire(value = "NotificationMaxDelay", xs = Xs.UNSIGNED_SHORT) int notificationMaxDelay,
        @Wire("EVSENotification") EvseNotification notification,
        @Wire("EVSEIsolationStatus") @Nullable IsolationLevel isolationStatus,
        @Wire("EVSEStatusCode") DcEvseStatusCode statusCode)
        implements EvseStatus {}
