/**
 * Decides how a V2G TLS connection is made: version, suites, which chain is shown, what is stapled,
 * what is believed.
 *
 * <p>Never touches a socket: octets of the wire go in, octets for the wire come out.
 *
 * <p>Follows the TLS profile of ISO 15118-2 (TLS 1.2, two P-256 suites, trusted_ca_keys, stapled
 * OCSP) and RFC 5246, 6066, 6961.
 */
@NullMarked
package org.plugcharge.certs.tls;

import org.jspecify.annotations.NullMarked;
