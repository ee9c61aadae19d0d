package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** Whether they were set. */
public record SetVariablesResponse(
        @Size(min = 1, max = 64) List<SetVariableResult> setVariableResult) implements Response {
    /** Copies its lists. */
    public SetVariablesResponse {
        setVariableResult = List.copyOf(setVariableResult);
    }
}
