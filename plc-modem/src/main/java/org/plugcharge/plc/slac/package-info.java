/**
 * Decides which car is plugged into which station: SLAC matching for both sides, as pure steps.
 *
 * <p>Never sends, waits, reads a clock or draws random octets itself: frames and timers are values
 * in and out.
 *
 * <p>Follows ISO 15118-3 matching (without validation and amplitude map exchange yet) as public
 * implementations show it.
 */
@NullMarked
package org.plugcharge.plc.slac;

import org.jspecify.annotations.NullMarked;
