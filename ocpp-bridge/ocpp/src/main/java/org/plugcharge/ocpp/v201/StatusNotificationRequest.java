package org.plugcharge.ocpp.v201;

import java.time.Instant;

/** A connector changed its status. */
public record StatusNotificationRequest(
        Instant timestamp, ConnectorStatus connectorStatus, int evseId, int connectorId)
        implements Request<StatusNotificationResponse> {}
