package org.plugcharge.ocpp.v201;

/** A station says that it is alive. */
public record HeartbeatRequest() implements Request<HeartbeatResponse> {}
