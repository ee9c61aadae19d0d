/**
 * Decides how what passed a socket is kept as a capture that Wireshark and {@code v2g explain}
 * open, with the secrets of TLS in it.
 *
 * <p>Never listens on a network: Ethernet, IP and TCP or UDP headers are made up around the octets
 * that the socket carried, so retransmissions, delays below and other hosts' packets are not in it.
 *
 * <p>The format is pcapng (draft-ietf-opsawg-pcapng): section header, interface description,
 * enhanced packet and decryption secrets blocks; headers by RFC 8200, 9293 and 768.
 */
@NullMarked
package org.plugcharge.evcc.capture;

import org.jspecify.annotations.NullMarked;
