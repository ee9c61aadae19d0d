/**
 * Decides how a station answers an ISO 15118-2 vehicle charging with DC: one record per state, one
 * pure step.
 *
 * <p>Never does I/O, reads a clock or touches hardware: what it wants done it returns as {@link
 * org.plugcharge.secc.session.iso2.Output}.
 *
 * <p>Follows ISO 15118-2 section 8 (message sequence, response codes, timing) as far as DC with EIM
 * or Plug and Charge needs.
 */
@NullMarked
package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.NullMarked;
