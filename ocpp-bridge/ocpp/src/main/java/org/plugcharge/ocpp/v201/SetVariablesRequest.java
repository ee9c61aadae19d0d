package org.plugcharge.ocpp.v201;

import java.util.List;
import org.plugcharge.ocpp.json.Size;

/** Sets variables of the device model. */
public record SetVariablesRequest(
        @Size(min = 1, max = 64) List<SetVariableData> setVariableData) implements Request<SetVariablesResponse> {
    /** Copies its lists. */
    public SetVariablesRequest {
        setVariableData = List.copyOf(setVariableData);
    }
}
