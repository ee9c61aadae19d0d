/**
 * Carries out what the RPC core puts out, for one connection: one mailbox, deadlines, futures for
 * calls. Never decides anything of the protocol and knows no socket; the host gives it frames and
 * takes frames. Follows OCPP 2.0.1 Part 4 through {@code rpc}.
 */
@NullMarked
package org.plugcharge.ocpp.link;

import org.jspecify.annotations.NullMarked;
