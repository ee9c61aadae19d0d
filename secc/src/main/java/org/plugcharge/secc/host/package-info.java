/**
 * Decides how a session meets the world: discovery, sockets, TLS, timers, hardware, back end.
 *
 * <p>Never decides what a message means: it carries octets to the cores and carries out what they
 * answer.
 *
 * <p>Follows ISO 15118-2 sections 7.7 to 7.10 (TCP, TLS, V2GTP, SECC discovery protocol).
 */
@NullMarked
package org.plugcharge.secc.host;

import org.jspecify.annotations.NullMarked;
