package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** A span of time in seconds from the start of its schedule. */
public record RelativeTimeInterval(int start, @Nullable Integer duration) {}
