/**
 * Decides what a car says next in an ISO 15118-2 DC session, with a contract or with external
 * payment, and when it gives up.
 *
 * <p>Never does anything: it reads no clock, socket, key or file; a step takes a state, an input
 * and the time, and returns values.
 *
 * <p>Follows the message sequence, timers and response codes of ISO 15118-2 as seen from the EVCC.
 */
@NullMarked
package org.plugcharge.evcc.session.iso2;

import org.jspecify.annotations.NullMarked;
