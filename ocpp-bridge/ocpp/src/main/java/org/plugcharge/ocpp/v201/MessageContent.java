package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** A text for the driver. */
public record MessageContent(
        MessageFormat format, @Length(8) @Nullable String language, @Length(512) String content) {}
