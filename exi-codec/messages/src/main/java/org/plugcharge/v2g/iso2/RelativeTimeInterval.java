package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Seconds from now: start (at most 16777214) and, for the last entry, a duration (at most 86400).
 */
@GlobalElement("RelativeTimeInterval")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record RelativeTimeInterval(
        @Wire(value = "start", xs = Xs.UNSIGNED_INT) @Range(min = 0, max = 16777214) long start,
        @Wire(value = "duration", xs = Xs.UNSIGNED_INT) @Range(min = 0, max = 86400)
                @Nullable Long duration)
        implements TimeInterval {}
