/**
 * Decides how messages are framed on TCP and UDP: the eight octets of the V2G transfer protocol,
 * and the discovery messages that travel in it.
 *
 * <p>Never reads a socket and never looks into an EXI payload: octets come in, frames come out.
 *
 * <p>Follows the framing that DIN SPEC 70121, ISO 15118-2 and ISO 15118-20 share.
 */
@NullMarked
package org.plugcharge.v2g.v2gtp;

import org.jspecify.annotations.NullMarked;
