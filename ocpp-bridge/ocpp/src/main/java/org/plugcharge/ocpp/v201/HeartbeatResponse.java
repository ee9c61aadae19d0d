package org.plugcharge.ocpp.v201;

import java.time.Instant;

/** The time at the CSMS. */
public record HeartbeatResponse(Instant currentTime) implements Response {}
