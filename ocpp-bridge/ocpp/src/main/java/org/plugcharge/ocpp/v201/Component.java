package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** A part of the device model. */
public record Component(
        @Nullable Evse evse, @Length(50) String name, @Length(50) @Nullable String instance) {}
