package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Which variable to read. */
public record GetVariableData(
        @Nullable AttributeType attributeType, Component component, Variable variable) {}
