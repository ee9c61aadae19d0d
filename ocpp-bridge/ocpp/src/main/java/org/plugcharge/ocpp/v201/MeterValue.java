package org.plugcharge.ocpp.v201;

import java.time.Instant;
import java.util.List;
import org.plugcharge.ocpp.json.Size;

/** Values measured at one time. */
public record MeterValue(
        @Size(min = 1, max = 256) List<SampledValue> sampledValue,
        Instant timestamp) {
    /** Copies its lists. */
    public MeterValue {
        sampledValue = List.copyOf(sampledValue);
    }
}
