package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** The variables. */
public record GetVariablesResponse(
        @Size(min = 1, max = 64) List<GetVariableResult> getVariableResult) implements Response {
    /** Copies its lists. */
    public GetVariablesResponse {
        getVariableResult = List.copyOf(getVariableResult);
    }
}
