/**
 * Decides what an ISO 15118 certificate, chain or identifier means and whether it can be trusted.
 *
 * <p>Never opens a socket, a file or a database and never reads a clock: status answers, instants
 * and entropy come in as values; adapters live in {@code certs.host}.
 *
 * <p>Follows RFC 5280, RFC 6960 and the certificate rules of ISO 15118-2 as far as public sources
 * show them.
 */
@NullMarked
package org.plugcharge.certs;

import org.jspecify.annotations.NullMarked;
