package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** An EVSE of a station, numbered from 1, and one of its connectors. */
public record Evse(int id, @Nullable Integer connectorId) {}
