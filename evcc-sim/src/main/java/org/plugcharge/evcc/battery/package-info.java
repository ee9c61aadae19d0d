/**
 * Decides what a traction battery asks for and how full it gets: voltage over state of charge,
 * taper, energy taken in.
 *
 * <p>Never speaks to a station and never reads a clock; the same inputs give the same battery, to
 * the last unit.
 *
 * <p>A plain model for simulation in whole millivolts, milliamperes and nanojoules; it follows no
 * standard.
 */
@NullMarked
package org.plugcharge.evcc.battery;

import org.jspecify.annotations.NullMarked;
