package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.util.Optional;

/**
 * What a lint rule looks at: a certificate, signed or about to be, the profile it should follow and
 * its issuer.
 *
 * @param tbs the octets the signature covers
 * @param octets the size of the whole; before signature the most it can have
 * @param certificate none before signature
 * @param issuer none for a root and where it is not known
 */
public record LintSubject(
        Bytes tbs,
        int octets,
        CertificateFields fields,
        CertificateProfile profile,
        Optional<Certificate> certificate,
        Optional<Certificate> issuer) {

    /** What a certificate adds to the to-be-signed octets beside the signature itself. */
    private static final int OVERHEAD = 4 + 12 + 4;

    /** A certificate that is about to be signed. */
    static LintSubject unsigned(
            Bytes tbs,
            CertificateFields fields,
            CertificateProfile profile,
            Optional<Certificate> issuer) {
        int most = tbs.length() + OVERHEAD + profile.keyType().maxEncodedSignatureOctets();
        return new LintSubject(tbs, most, fields, profile, Optional.empty(), issuer);
    }

    /** A certificate that has its signature. */
    static LintSubject signed(
            Certificate certificate, CertificateProfile profile, Optional<Certificate> issuer) {
        return new LintSubject(
                certificate.tbs(),
                certificate.der().length(),
                certificate.fields(),
                profile,
                Optional.of(certificate),
                issuer);
    }

    boolean isCritical(String extension) {
        return fields.extensions().getOrDefault(extension, false);
    }

    boolean has(String extension) {
        return fields.extensions().containsKey(extension);
    }
}
