/**
 * Decides how the certificate authority and the OCSP responders are asked: two ports and their HTTP
 * adapters.
 *
 * <p>Never trusts what comes back: the callers check it.
 *
 * <p>Follows RFC 2986, RFC 6960 and the REST interface of pki-ca.
 */
@NullMarked
package org.plugcharge.pool.authority;

import org.jspecify.annotations.NullMarked;
