package org.plugcharge.plc.slac;

import java.time.Instant;

/**
 * What a step may know of the world: the time, and octets nobody can guess. The same two answer a
 * replayed step the same.
 */
public record Now(Instant instant, Entropy entropy) {}
