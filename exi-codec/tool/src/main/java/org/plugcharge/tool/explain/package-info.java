/**
 * Decides how the packets of a capture or the lines of a log become a transcript: who said what,
 * when, in which session, with what the rules have to say about it.
 *
 * <p>Never writes anything: entries go to whoever listens, one at a time and in order.
 *
 * <p>Follows the framing of ISO 15118-2 and -20 (V2GTP, discovery), ISO 15118-3 (SLAC) and, between
 * them, TCP and TLS.
 */
@NullMarked
package org.plugcharge.tool.explain;

import org.jspecify.annotations.NullMarked;
