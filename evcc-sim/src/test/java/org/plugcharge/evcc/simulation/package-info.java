/**
 * Decides what can happen between a car and a station in virtual time: the two session cores joined
 * by a simulated wire.
 *
 * <p>Never sleeps and opens no socket; one seed gives one story, to the microsecond.
 *
 * <p>Checks after every event what must hold in every story.
 */
@NullMarked
package org.plugcharge.evcc.simulation;

import org.jspecify.annotations.NullMarked;
