package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Size;

import java.time.Instant;
import java.util.List;

/** Values measured at one time. */
public record MeterValue(
        @Size(min = 1, max = 256) List<SampledValue> sampledValue, Instant timestamp) {
    /** Copies its lists. */
    public MeterValue {
        sampledValue = List.copyOf(sampledValue);
    }
}
