package org.plugcharge.tool.trace;

import org.jspecify.annotations.Nullable;

/**
 * One event, or one value, of a stream.
 *
 * @param bit where it begins, counted from the first bit of the stream
 * @param width how many bits it takes
 * @param code the event code; -1 for a value
 * @param depth how many elements it lies in
 * @param text the event as EXI writes it, or the value
 * @param type the value's datatype; null for an event
 */
public record Traced(
        long bit, long width, int code, int depth, String text, @Nullable String type) {}
