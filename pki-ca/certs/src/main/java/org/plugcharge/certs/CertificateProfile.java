package org.plugcharge.certs;

import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a certificate of one kind must look like, as data: issuance follows it, the linter checks
 * against it.
 *
 * @param id stable, lower case, as in {@code iso2.secc-leaf}
 * @param edition whose rules it follows
 * @param keyType the kind of key it has, and its issuer's
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
        Edition edition,
        KeyType keyType,
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

    /** Whose chains go into a CertificateInstallationRes. */
    private static final Set<String> DELIVERED = Set.of("MO", "CPS");

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
        /** A vehicle in ISO 15118-2: 17 or 18 characters. */
        PCID,
        /** A vehicle in ISO 15118-20: 18 characters, as its key delivery needs them. */
        LONG_PCID,
        /** A vehicle's controller in ISO 15118-20. */
        EVCCID
    }

    /**
     * Whether this is a certificate of the vehicle itself, whose name has CN and O only.
     * [V2G20-2598]
     */
    public boolean hasBareName() {
        return commonName == NameRule.EVCCID;
    }

    /**
     * Whether it may name a revocation list (CRL distribution point): CAs below a root, and servers
     * no car sees. Leaves that travel in messages name OCSP only, as Hubject's do, and so do the
     * CAs of contracts and provisioning services: four of them go into each installation, which
     * with their lists' addresses would be longer than OCPP 2.0.1 carries.
     */
    public boolean mayNameList() {
        boolean delivered = domainComponent.filter(DELIVERED::contains).isPresent();
        return (ca && !selfSigned && !delivered)
                || extendedKeyUsages.contains(Iso2Profile.SERVER_AUTH);
    }

    /** Whether this is a CA certificate for the key of a root, signed by another root. */
    public boolean isCross() {
        return ca && !selfSigned && issuer.isEmpty();
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }

    static CertificateProfile root(Edition edition, KeyType key, String domain, int years) {
        return new CertificateProfile(
                "",
                edition,
                key,
                Optional.of(domain),
                NameRule.FREE,
                true,
                OptionalInt.empty(),
                Set.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN),
                Set.of(),
                Period.ofYears(years),
                false,
                edition.maxOctets(),
                Optional.empty(),
                true);
    }

    /** A sub-CA under {@code issuer}, whose edition and kind of key it shares. */
    static CertificateProfile subCa(
            String domain,
            int pathLength,
            Period validity,
            CertificateProfile issuer,
            KeyUsage... further) {
        Set<KeyUsage> usages = EnumSet.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN);
        usages.addAll(Arrays.asList(further));
        return new CertificateProfile(
                "",
                issuer.edition,
                issuer.keyType,
                Optional.of(domain),
                NameRule.FREE,
                true,
                OptionalInt.of(pathLength),
                usages,
                Set.of(),
                validity,
                true,
                issuer.edition.maxOctets(),
                Optional.of(issuer),
                false);
    }

    /** A leaf under {@code issuer}, whose edition and kind of key it shares. */
    static CertificateProfile leaf(
            Optional<String> domain,
            NameRule commonName,
            Period validity,
            CertificateProfile issuer,
            Set<KeyUsage> usages) {
        return new CertificateProfile(
                "",
                issuer.edition,
                issuer.keyType,
                domain,
                commonName,
                false,
                OptionalInt.empty(),
                usages,
                Set.of(),
                validity,
                true,
                issuer.edition.maxOctets(),
                Optional.of(issuer),
                false);
    }

    static CertificateProfile ocspSigner(Edition edition, KeyType key) {
        return new CertificateProfile(
                "",
                edition,
                key,
                Optional.empty(),
                NameRule.FREE,
                false,
                OptionalInt.empty(),
                Set.of(KeyUsage.DIGITAL_SIGNATURE),
                Set.of(Iso2Profile.OCSP_SIGNING),
                Period.ofDays(90),
                false,
                edition.maxOctets(),
                Optional.empty(),
                false);
    }

    /** The same for a certificate that says what it is for. */
    CertificateProfile extendedTo(String extendedKeyUsage) {
        return new CertificateProfile(
                id,
                edition,
                keyType,
                domainComponent,
                commonName,
                ca,
                pathLength,
                keyUsages,
                Set.of(extendedKeyUsage),
                validity,
                ocspUrl,
                maxOctets,
                issuer,
                selfSigned);
    }

    /** What another root signs for this one: the same, but no end of a chain. */
    CertificateProfile crossed() {
        return new CertificateProfile(
                id,
                edition,
                keyType,
                domainComponent,
                commonName,
                ca,
                pathLength,
                keyUsages,
                extendedKeyUsages,
                Period.ofYears(10),
                true,
                maxOctets,
                Optional.empty(),
                false);
    }

    CertificateProfile called(String newId) {
        return new CertificateProfile(
                newId,
                edition,
                keyType,
                domainComponent,
                commonName,
                ca,
                pathLength,
                keyUsages,
                extendedKeyUsages,
                validity,
                ocspUrl,
                maxOctets,
                issuer,
                selfSigned);
    }
}
