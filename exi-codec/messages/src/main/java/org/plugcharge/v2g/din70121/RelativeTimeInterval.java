package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Seconds from now: start and, for the last entry, a duration. */
@GlobalElement("RelativeTimeInterval")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record RelativeTimeInterval(
        @Wire(value = "start", xs = Xs.UNSIGNED_INT) long start,
        @Wire(value = "duration", xs = Xs.UNSIGNED_INT) @Nullable Long duration)
        implements TimeInterval {}
