/**
 * Decides how a station answers a vehicle that charges by DIN SPEC 70121: DC, identification at the
 * station; one record per state, one pure step.
 *
 * <p>Never does I/O, reads a clock or touches hardware: what it wants done it returns as {@link
 * org.plugcharge.secc.session.din70121.Output}; and never knows a message of ISO 15118.
 *
 * <p>Follows DIN SPEC 70121 section 8 (message sequence, response codes) and 9.6 (timing); the
 * requirement ids are as EVerest's EvseV2G cites them, which has run on real chargers.
 */
@NullMarked
package org.plugcharge.secc.session.din70121;

import org.jspecify.annotations.NullMarked;
