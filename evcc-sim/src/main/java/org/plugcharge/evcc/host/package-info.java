/**
 * Decides nothing of a session: it finds a station, connects, frames, keeps time, holds keys, and
 * carries out what the core says.
 *
 * <p>Never speaks without the core having said so, and keeps a journal of everything that came in
 * and went out.
 *
 * <p>Follows SDP and V2GTP of ISO 15118-2 on plain blocking sockets, one virtual thread reading.
 */
@NullMarked
package org.plugcharge.evcc.host;

import org.jspecify.annotations.NullMarked;
