package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** Sets variables of the device model. */
public record SetVariablesRequest(@Size(min = 1, max = 64) List<SetVariableData> setVariableData)
        implements Request<SetVariablesResponse> {
    /** Copies its lists. */
    public SetVariablesRequest {
        setVariableData = List.copyOf(setVariableData);
    }
}
