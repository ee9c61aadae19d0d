/**
 * Decides how contract data becomes a CertificateInstallationRes: which four parts are signed, what
 * stands in a refusal.
 *
 * <p>Never makes keys or certificates and never decides whether a car may have them: octets and a
 * signer come in.
 *
 * <p>Follows ISO 15118-2 certificate installation, of which the four references are [V2G2-909].
 */
@NullMarked
package org.plugcharge.v2g.installation;

import org.jspecify.annotations.NullMarked;
