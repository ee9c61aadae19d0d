/**
 * Decides when which car of a fleet comes to which station, whether it behaves, and what is to be
 * told of them all.
 *
 * <p>Never lets two cars use one connector at a time, and never lets a car misbehave outside a
 * fleet.
 *
 * <p>Arrivals are spaced evenly, choices are drawn from a seed: the same seed brings the same cars.
 * It follows no standard.
 */
@NullMarked
package org.plugcharge.evcc.fleet;

import org.jspecify.annotations.NullMarked;
