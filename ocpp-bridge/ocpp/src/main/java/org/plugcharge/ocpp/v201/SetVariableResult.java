package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Whether a variable was set. */
public record SetVariableResult(
        @Nullable AttributeType attributeType,
        SetVariableStatus attributeStatus,
        @Nullable StatusInfo attributeStatusInfo,
        Component component,
        Variable variable) {}
