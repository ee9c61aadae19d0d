/**
 * Decides which certificates are issued to whom, keeps every one of them, and answers for their
 * status.
 *
 * <p>Never judges a chain and never builds a certificate: that is {@code org.plugcharge.certs}.
 *
 * <p>Follows RFC 2986 (requests), RFC 6960 (OCSP), RFC 7030 (EST) and RFC 9457 (problems).
 */
@NullMarked
package org.plugcharge.ca;

import org.jspecify.annotations.NullMarked;
