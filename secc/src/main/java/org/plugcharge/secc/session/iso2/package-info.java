/**
 * Decides how a station answers an ISO 15118-2 vehicle on DC or AC: one record per state, one pure
 * step.
 *
 * <p>Never does I/O, reads a clock or touches hardware: what it wants done it returns as {@link
 * org.plugcharge.secc.session.iso2.Output}.
 *
 * <p>Follows ISO 15118-2 section 8 (message sequence, response codes, timing) for DC and AC with
 * EIM and Plug and Charge.
 */
@NullMarked
package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.NullMarked;
