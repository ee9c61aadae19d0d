package org.plugcharge.secc.session;

import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.MeterReading;

import java.time.Instant;

/**
 * What is true at the moment of a step: the time, the hardware, the meter; and randomness to use
 * up.
 */
public record Now(Instant at, EvseReading evse, MeterReading meter, Entropy entropy) {}
