package org.plugcharge.certs;

import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a certificate of one kind must look like, as data: issuance follows it, the linter checks
 * against it.
 *
 * @param id stable, lower case, as in {@code iso2.secc-leaf}
 * @param domainComponent the one DC of the subject, or none
 * @param commonName what the common name has to be
 * @param ca whether it is a CA certificate
 * @param pathLength the path length constraint of a CA certificate; a root has none
 * @param keyUsages the exact key usages, always critical
 * @param extendedKeyUsages object identifiers in dotted form; empty means no such extension
 * @param validity how long it is valid unless the issuer ends earlier
 * @param ocspUrl whether it names an OCSP responder
 * @param maxOctets size cap of the DER
 * @param issuer the profile its issuer has; none for a self-signed certificate and for those any CA
 *     may issue
 * @param selfSigned whether subject and issuer are one
 */
public record CertificateProfile(
        String id,
        Optional<String> domainComponent,
        NameRule commonName,
        boolean ca,
        OptionalInt pathLength,
        Set<KeyUsage> keyUsages,
        Set<String> extendedKeyUsages,
        Period validity,
        boolean ocspUrl,
        int maxOctets,
        Optional<CertificateProfile> issuer,
        boolean selfSigned) {

    /** Size cap of a certificate in ISO 15118-2, octets of DER. [V2G2-010] */
    public static final int ISO2_MAX_OCTETS = 800;

    /** Size cap of certificates no car sees. */
    public static final int TLS_MAX_OCTETS = 2_000;

    /** Copies the sets. */
    public CertificateProfile {
        keyUsages = Set.copyOf(keyUsages);
        extendedKeyUsages = Set.copyOf(extendedKeyUsages);
    }

    /** What a common name has to be. */
    public enum NameRule {
        /** Any text of 1 to 64 characters. */
        FREE,
        /** A contract: 14 or 15 characters of an eMAID with a right check character. */
        EMAID,
        /** A vehicle: 17 or 18 characters. */
        PCID
    }
}
