/**
 * Decides what a car does in a session by DIN SPEC 70121: DC, paid at the station.
 *
 * <p>Never does I/O, reads a clock or moves a contactor: what it wants done it returns as {@link
 * org.plugcharge.evcc.session.din70121.Output}; and never knows a message of ISO 15118.
 *
 * <p>Follows DIN SPEC 70121 section 8 (message sequence) and 9.6 (timing); the requirement ids are
 * as EVerest's EvseV2G cites them.
 */
@NullMarked
package org.plugcharge.evcc.session.din70121;

import org.jspecify.annotations.NullMarked;
