package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.util.Optional;

/**
 * What a lint rule looks at: the octets before signature, what they say, the profile they should
 * follow and the issuer.
 *
 * @param issuer none for a self-signed certificate
 */
public record LintSubject(
        Bytes tbs,
        CertificateFields fields,
        CertificateProfile profile,
        Optional<CertificateFields> issuer) {}
