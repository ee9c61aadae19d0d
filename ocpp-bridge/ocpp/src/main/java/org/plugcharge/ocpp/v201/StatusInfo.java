package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** Why something was accepted or not: a short code and a line for people. */
public record StatusInfo(
        @Length(20) String reasonCode, @Length(512) @Nullable String additionalInfo) {}
