package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** Meter values outside a transaction. */
public record MeterValuesRequest(int evseId, @Size(min = 1, max = 1024) List<MeterValue> meterValue)
        implements Request<MeterValuesResponse> {
    /** Copies its lists. */
    public MeterValuesRequest {
        meterValue = List.copyOf(meterValue);
    }
}
