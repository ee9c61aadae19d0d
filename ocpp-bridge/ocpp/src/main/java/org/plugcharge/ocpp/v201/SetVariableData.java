package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** Which variable to set to what. */
public record SetVariableData(
        @Nullable AttributeType attributeType,
        @Length(1000) String attributeValue,
        Component component,
        Variable variable) {}
