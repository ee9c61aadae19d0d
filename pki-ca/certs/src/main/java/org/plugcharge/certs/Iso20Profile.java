package org.plugcharge.certs;

import static org.plugcharge.certs.KeyUsage.DIGITAL_SIGNATURE;
import static org.plugcharge.certs.KeyUsage.KEY_AGREEMENT;
import static org.plugcharge.certs.KeyUsage.KEY_ENCIPHERMENT;
import static org.plugcharge.certs.KeyUsage.NON_REPUDIATION;

import org.plugcharge.certs.CertificateProfile.NameRule;

import java.time.Period;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The certificates of an ISO 15118-20 ecosystem, issuers before what they issue; each exists for
 * P-521, for Ed448 and, as {@code lab} profile, for P-256.
 *
 * <p>Domain components and validities are taken over from -2 where no open source says otherwise:
 * the annex of -20 that governs them was not at hand. So is that a vehicle's sub-CAs carry DC=OEM.
 */
public enum Iso20Profile {
    /** Trust anchor of stations and of the CPS. */
    V2G_ROOT(key -> CertificateProfile.root(edition(key), key, "V2G", 40)),
    /** First charge point operator CA; its DC is V2G. */
    CPO_SUB_CA_1(subCa("V2G", 1, Period.ofYears(4), V2G_ROOT)),
    /** Second charge point operator CA, which issues for stations; its DC is V2G. */
    CPO_SUB_CA_2(subCa("V2G", 0, Period.ofYears(2), CPO_SUB_CA_1)),
    /** A station's TLS certificate; the common name should be a {@link Seccid}. */
    SECC_LEAF(
            leaf(
                    "CPO",
                    NameRule.FREE,
                    Period.ofDays(60),
                    CPO_SUB_CA_2,
                    DIGITAL_SIGNATURE,
                    KEY_AGREEMENT)),

    /** Trust anchor of one mobility operator. */
    MO_ROOT(key -> CertificateProfile.root(edition(key), key, "MO", 10)),
    /** First mobility operator CA. */
    MO_SUB_CA_1(subCa("MO", 1, Period.ofYears(4), MO_ROOT)),
    /** Second mobility operator CA; it issues contracts and signs price schedules. */
    MO_SUB_CA_2(subCa("MO", 0, Period.ofYears(4), MO_SUB_CA_1, DIGITAL_SIGNATURE, NON_REPUDIATION)),
    /** A contract; the common name is the eMAID. */
    CONTRACT_LEAF(
            leaf(
                    "MO",
                    NameRule.EMAID,
                    Period.ofYears(2),
                    MO_SUB_CA_2,
                    DIGITAL_SIGNATURE,
                    NON_REPUDIATION,
                    KEY_ENCIPHERMENT,
                    KEY_AGREEMENT)),

    /** Trust anchor of one automaker. */
    OEM_ROOT(key -> CertificateProfile.root(edition(key), key, "OEM", 40)),
    /** First automaker CA for provisioning. */
    OEM_SUB_CA_1(subCa("OEM", 1, Period.ofYears(20), OEM_ROOT)),
    /** Second automaker CA for provisioning. */
    OEM_SUB_CA_2(subCa("OEM", 0, Period.ofYears(20), OEM_SUB_CA_1)),
    /** A vehicle's provisioning certificate, for installation only. [V2G20-822], [V2G20-2342] */
    OEM_PROVISIONING_LEAF(
            leaf(
                    "OEM",
                    NameRule.LONG_PCID,
                    Period.ofYears(15),
                    OEM_SUB_CA_2,
                    DIGITAL_SIGNATURE,
                    KEY_AGREEMENT)),

    /** First automaker CA for vehicles. */
    VEHICLE_SUB_CA_1(subCa("OEM", 1, Period.ofYears(20), OEM_ROOT)),
    /** Second automaker CA for vehicles. */
    VEHICLE_SUB_CA_2(subCa("OEM", 0, Period.ofYears(20), VEHICLE_SUB_CA_1)),
    /**
     * A vehicle's TLS client certificate; its name is CN=EVCCID and O only. [V2G20-2339],
     * [V2G20-2598]
     */
    VEHICLE_LEAF(Iso20Profile::vehicle),

    /** First CA of the certificate provisioning service. */
    CPS_SUB_CA_1(subCa("CPS", 1, Period.ofYears(4), V2G_ROOT)),
    /** Second CA of the certificate provisioning service. */
    CPS_SUB_CA_2(subCa("CPS", 0, Period.ofYears(2), CPS_SUB_CA_1)),
    /** Signs contract data on its way into a car. */
    CPS_LEAF(leaf("CPS", NameRule.FREE, Period.ofDays(90), CPS_SUB_CA_2, DIGITAL_SIGNATURE)),

    /** Signs OCSP answers in the name of the CA that issued it: one for each CA. */
    OCSP_SIGNER(key -> CertificateProfile.ocspSigner(edition(key), key));

    /** id-kp-clientAuth. */
    public static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<KeyType, CertificateProfile> profiles = new EnumMap<>(KeyType.class);

    Iso20Profile(Function<KeyType, CertificateProfile> form) {
        for (KeyType key : KeyType.values()) {
            String role = name().toLowerCase(Locale.ROOT).replace('_', '-');
            profiles.put(key, form.apply(key).called(prefix(key) + role));
        }
    }

    /** The data for this kind of key; P-256 is the {@code lab} profile. */
    public CertificateProfile profile(KeyType key) {
        return java.util.Objects.requireNonNull(profiles.get(key));
    }

    /** The issuing CA; none for roots and for OCSP signers, which every CA issues. */
    public Optional<Iso20Profile> issuer() {
        return profile(KeyType.P521).issuer().flatMap(issuer -> byId(issuer.id()));
    }

    /** The CAs, issuers before what they issue. */
    public static Set<Iso20Profile> authorities() {
        Set<Iso20Profile> found = EnumSet.noneOf(Iso20Profile.class);
        Arrays.stream(values())
                .filter(member -> member.profile(KeyType.P521).ca())
                .forEach(found::add);
        return found;
    }

    /**
     * The role with that id of any kind of key, as in {@code iso20-p521.secc-leaf}, {@code
     * iso20-ed448.secc-leaf} or {@code lab.secc-leaf}.
     */
    public static Optional<Iso20Profile> byId(String id) {
        return Arrays.stream(values())
                .filter(member ->
                        member.profiles.values().stream()
                                .anyMatch(profile -> profile.id().equals(id)))
                .findFirst();
    }

    /** Every profile of one kind of key, issuers before what they issue. */
    static List<CertificateProfile> all(KeyType key) {
        return Arrays.stream(values()).map(member -> member.profile(key)).toList();
    }

    private static Edition edition(KeyType key) {
        return key == KeyType.P256 ? Edition.LAB : Edition.ISO20;
    }

    private static String prefix(KeyType key) {
        return switch (key) {
            case P256 -> "lab.";
            case P521 -> "iso20-p521.";
            case ED448 -> "iso20-ed448.";
        };
    }

    private static Function<KeyType, CertificateProfile> subCa(
            String domain,
            int pathLength,
            Period validity,
            Iso20Profile issuer,
            KeyUsage... further) {
        return key ->
                CertificateProfile.subCa(
                        domain, pathLength, validity, issuer.profile(key), further);
    }

    private static Function<KeyType, CertificateProfile> leaf(
            String domain,
            NameRule commonName,
            Period validity,
            Iso20Profile issuer,
            KeyUsage... usages) {
        return key ->
                CertificateProfile.leaf(
                        Optional.of(domain),
                        commonName,
                        validity,
                        issuer.profile(key),
                        Set.of(usages));
    }

    private static CertificateProfile vehicle(KeyType key) {
        return CertificateProfile.leaf(
                        Optional.empty(),
                        NameRule.EVCCID,
                        Period.ofYears(5),
                        VEHICLE_SUB_CA_2.profile(key),
                        Set.of(DIGITAL_SIGNATURE, KEY_AGREEMENT))
                .extendedTo(CLIENT_AUTH);
    }
}
