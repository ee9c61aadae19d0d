package org.plugcharge.certs;

import static org.plugcharge.certs.KeyUsage.CRL_SIGN;
import static org.plugcharge.certs.KeyUsage.DIGITAL_SIGNATURE;
import static org.plugcharge.certs.KeyUsage.KEY_AGREEMENT;
import static org.plugcharge.certs.KeyUsage.KEY_CERT_SIGN;
import static org.plugcharge.certs.KeyUsage.KEY_ENCIPHERMENT;
import static org.plugcharge.certs.KeyUsage.NON_REPUDIATION;

import org.plugcharge.certs.CertificateProfile.NameRule;

import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The certificates of an ISO 15118-2 ecosystem, issuers before what they issue: P-256, ECDSA with
 * SHA-256. [V2G2-006], [V2G2-007], [V2G2-009], [V2G2-010]
 *
 * <p>Domain components, key usages and path lengths are those of the standard's certificate
 * profiles as the open test PKIs and Hubject's certificates show them; validities are what tooling
 * uses, not limits of the standard.
 */
public enum Iso2Profile {
    /**
     * Trust anchor of stations, of the CPS and, where wanted, of sub-CAs of automakers and mobility
     * operators.
     */
    V2G_ROOT(root("V2G", 40)),
    /** First charge point operator CA; its DC is V2G. */
    CPO_SUB_CA_1(subCa("V2G", 1, Period.ofYears(4), V2G_ROOT)),
    /** Second charge point operator CA, which issues for stations; its DC is V2G. */
    CPO_SUB_CA_2(subCa("V2G", 0, Period.ofYears(2), CPO_SUB_CA_1)),
    /** A station's TLS certificate; a wrong DC makes a car hang up. [V2G2-925] */
    SECC_LEAF(
            leaf(
                    "CPO",
                    NameRule.FREE,
                    Period.ofDays(60),
                    CPO_SUB_CA_2,
                    DIGITAL_SIGNATURE,
                    KEY_AGREEMENT)),

    /** Trust anchor of one mobility operator. */
    MO_ROOT(root("MO", 10)),
    /** First mobility operator CA. */
    MO_SUB_CA_1(subCa("MO", 1, Period.ofYears(4), MO_ROOT)),
    /**
     * Second mobility operator CA; it issues contracts and signs sales tariffs, hence the further
     * key usages.
     */
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
    OEM_ROOT(root("OEM", 40)),
    /** First automaker CA. */
    OEM_SUB_CA_1(subCa("OEM", 1, Period.ofYears(20), OEM_ROOT)),
    /** Second automaker CA, which issues for vehicles. */
    OEM_SUB_CA_2(subCa("OEM", 0, Period.ofYears(20), OEM_SUB_CA_1)),
    /** A vehicle's provisioning certificate; the common name is the PCID. [V2G20-822] */
    OEM_PROVISIONING_LEAF(
            leaf(
                    "OEM",
                    NameRule.PCID,
                    Period.ofYears(15),
                    OEM_SUB_CA_2,
                    DIGITAL_SIGNATURE,
                    KEY_AGREEMENT)),

    /** First CA of the certificate provisioning service. */
    CPS_SUB_CA_1(subCa("CPS", 1, Period.ofYears(4), V2G_ROOT)),
    /** Second CA of the certificate provisioning service. */
    CPS_SUB_CA_2(subCa("CPS", 0, Period.ofYears(2), CPS_SUB_CA_1)),
    /** Signs contract data on its way into a car. */
    CPS_LEAF(leaf("CPS", NameRule.FREE, Period.ofDays(90), CPS_SUB_CA_2, DIGITAL_SIGNATURE)),

    /** Trust anchor of the operator's own servers; no car ever sees it. */
    OPERATOR_ROOT(operatorRoot()),
    /** TLS certificate of a CSMS or another service of the operator. */
    TLS_SERVER(tlsServer()),

    /**
     * Signs OCSP answers in the name of the CA that issued it (RFC 6960 section 4.2.2.2): one for
     * each CA.
     */
    OCSP_SIGNER(CertificateProfile.ocspSigner(Edition.ISO2, KeyType.P256));

    /** id-kp-OCSPSigning. */
    public static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    /** id-kp-serverAuth. */
    public static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    /** A record of immutable copies; the checker cannot see into its sets. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final CertificateProfile profile;

    Iso2Profile(CertificateProfile profile) {
        this.profile = profile.called("iso2." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The data. */
    public CertificateProfile profile() {
        return profile;
    }

    /** The stable name, as in {@code iso2.secc-leaf}. */
    public String id() {
        return profile.id();
    }

    /**
     * The profile of the issuing CA; none for roots and for OCSP signers, which every CA issues.
     */
    public Optional<Iso2Profile> issuer() {
        return profile.issuer().flatMap(issuer -> byId(issuer.id()));
    }

    /** The CA profiles, issuers before what they issue. */
    public static Set<Iso2Profile> authorities() {
        Set<Iso2Profile> found = EnumSet.noneOf(Iso2Profile.class);
        Arrays.stream(values()).filter(member -> member.profile.ca()).forEach(found::add);
        return found;
    }

    /** The profile with that id, if there is one. */
    public static Optional<Iso2Profile> byId(String id) {
        return Arrays.stream(values()).filter(member -> member.id().equals(id)).findFirst();
    }

    private static CertificateProfile root(String domain, int years) {
        return CertificateProfile.root(Edition.ISO2, KeyType.P256, domain, years);
    }

    private static CertificateProfile subCa(
            String domain,
            int pathLength,
            Period validity,
            Iso2Profile issuer,
            KeyUsage... further) {
        return CertificateProfile.subCa(domain, pathLength, validity, issuer.profile, further);
    }

    private static CertificateProfile leaf(
            String domain,
            NameRule commonName,
            Period validity,
            Iso2Profile issuer,
            KeyUsage... usages) {
        return CertificateProfile.leaf(
                Optional.of(domain), commonName, validity, issuer.profile, Set.of(usages));
    }

    private static CertificateProfile operatorRoot() {
        return new CertificateProfile(
                "",
                Edition.ISO2,
                KeyType.P256,
                Optional.empty(),
                NameRule.FREE,
                true,
                OptionalInt.of(0),
                Set.of(KEY_CERT_SIGN, CRL_SIGN),
                Set.of(),
                Period.ofYears(10),
                false,
                CertificateProfile.TLS_MAX_OCTETS,
                Optional.empty(),
                true);
    }

    private static CertificateProfile tlsServer() {
        return new CertificateProfile(
                "",
                Edition.ISO2,
                KeyType.P256,
                Optional.empty(),
                NameRule.FREE,
                false,
                OptionalInt.empty(),
                Set.of(DIGITAL_SIGNATURE),
                Set.of("1.3.6.1.5.5.7.3.1"),
                Period.ofDays(90),
                true,
                CertificateProfile.TLS_MAX_OCTETS,
                Optional.of(OPERATOR_ROOT.profile),
                false);
    }
}
