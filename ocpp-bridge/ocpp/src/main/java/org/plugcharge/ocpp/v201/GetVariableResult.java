package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** What a variable holds. */
public record GetVariableResult(
        @Nullable StatusInfo attributeStatusInfo,
        GetVariableStatus attributeStatus,
        @Nullable AttributeType attributeType,
        @Length(2500) @Nullable String attributeValue,
        Component component,
        Variable variable) {}
