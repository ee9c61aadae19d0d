package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** Reads variables of the device model. */
public record GetVariablesRequest(@Size(min = 1, max = 64) List<GetVariableData> getVariableData)
        implements Request<GetVariablesResponse> {
    /** Copies its lists. */
    public GetVariablesRequest {
        getVariableData = List.copyOf(getVariableData);
    }
}
