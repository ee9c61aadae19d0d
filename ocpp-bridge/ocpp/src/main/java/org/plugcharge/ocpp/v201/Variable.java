package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** A variable of a component. */
public record Variable(@Length(50) String name, @Length(50) @Nullable String instance) {}
