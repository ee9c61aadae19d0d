/**
 * Decides when the steps of SLAC run on a real modem: one thread for each end that receives, keeps
 * the timers, asks the modem for its link and carries out what the steps say.
 *
 * <p>Never decides about a match itself.
 *
 * <p>Follows ISO 15118-3 by way of {@code slac}; finds modems of the QCA7000 family by their own
 * messages.
 */
@NullMarked
package org.plugcharge.plc.host;

import org.jspecify.annotations.NullMarked;
