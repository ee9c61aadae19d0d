package org.plugcharge.ocpp.v201;

/** The values were noted. */
public record MeterValuesResponse() implements Response {}
