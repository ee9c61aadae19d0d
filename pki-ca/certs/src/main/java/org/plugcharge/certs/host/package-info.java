/**
 * Decides where certificates and keys lie (disk, token, vault) and how an OCSP responder is asked:
 * the adapters of {@code certs}.
 *
 * <p>Never judges a certificate.
 *
 * <p>Follows the folder layout of the PyPI package iso15118 and RFC 6960 appendix A.
 */
@NullMarked
package org.plugcharge.certs.host;

import org.jspecify.annotations.NullMarked;
