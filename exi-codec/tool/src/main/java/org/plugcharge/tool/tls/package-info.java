/**
 * Decides what was said inside a TLS connection that somebody has captured, when he has the secrets
 * of its key log.
 *
 * <p>Never takes part in a connection, never checks certificates, and never guesses: octets are
 * shown only if their authentication code is right.
 *
 * <p>Follows RFC 5246 (TLS 1.2 with the CBC and AEAD suites of ISO 15118-2), RFC 7366, RFC 8446
 * (TLS 1.3) and the NSS key log format.
 */
@NullMarked
package org.plugcharge.tool.tls;

import org.jspecify.annotations.NullMarked;
