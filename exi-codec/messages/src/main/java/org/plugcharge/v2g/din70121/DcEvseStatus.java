package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Status of a DC station: isolation, state, and a notice to the car with the seconds it has to
 * obey.
 */
@GlobalElement("DC_EVSEStatus")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record DcEvseStatus(
        @Wire("EVSEIsolationStatus") @Nullable IsolationLevel isolationStatus,
        @Wire("EVSEStatusCode") DcEvseStatusCode statusCode,
        @Wire(value = "NotificationMaxDelay", xs = Xs.UNSIGNED_INT) long notificationMaxDelay,
        @Wire("EVSENotification") EvseNotification notification)
        implements EvseStatus {}
