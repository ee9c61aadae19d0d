package org.plugcharge.certs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a chain is to be trusted for: which roots count, what the leaf must be, and what proof comes
 * out.
 *
 * @param <P> the proof
 */
public final class Purpose<P extends Verified> {

    /** A contract, under a mobility operator's or a V2G root. */
    public static final Purpose<VerifiedContract> CONTRACT = contract(Optional.empty());

    /** A vehicle's provisioning certificate, under an automaker's or a V2G root. */
    public static final Purpose<VerifiedProvisioning> PROVISIONING = provisioning(Optional.empty());

    /** A station's TLS certificate, under a V2G root. [V2G2-925] */
    public static final Purpose<VerifiedSecc> SECC =
            new Purpose<>(
                    "station",
                    "CPO",
                    true,
                    Set.of("V2G", "CPO"),
                    Set.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_AGREEMENT),
                    Set.of(Iso2Profile.SERVER_AUTH),
                    CertificateProfile.ISO2_MAX_OCTETS,
                    anchors -> List.of(),
                    Purpose::station);

    /** A certificate provisioning service's leaf, under a V2G root. */
    public static final Purpose<VerifiedCps> CPS =
            new Purpose<>(
                    "provisioning service",
                    "CPS",
                    true,
                    Set.of("CPS"),
                    Set.of(KeyUsage.DIGITAL_SIGNATURE),
                    Set.of(),
                    CertificateProfile.ISO2_MAX_OCTETS,
                    anchors -> List.of(),
                    path -> new Named.Ok<>(new VerifiedCps(path)));

    /** A server of the operator, under the operator's root. */
    public static final Purpose<VerifiedServer> SERVER =
            new Purpose<>(
                    "server",
                    "",
                    false,
                    Set.of(),
                    Set.of(KeyUsage.DIGITAL_SIGNATURE),
                    Set.of(Iso2Profile.SERVER_AUTH),
                    Certificate.MAX_OCTETS,
                    TrustAnchors::operatorRoots,
                    path -> new Named.Ok<>(new VerifiedServer(path)));

    private final String title;
    private final String domain;
    private final boolean domainNeeded;
    private final Set<String> subCaDomains;
    private final Set<KeyUsage> keyUsages;
    private final Set<String> extendedKeyUsages;
    private final int maxOctets;
    private final Function<TrustAnchors, List<Certificate>> ownRoots;
    private final Function<List<Certificate>, Named<P>> naming;

    /** What the leaf's name says. */
    sealed interface Named<P extends Verified> {
        record Ok<P extends Verified>(P proof) implements Named<P> {}

        record Wrong<P extends Verified>(Reason reason, String rule, String text)
                implements Named<P> {}
    }

    private Purpose(
            String title,
            String domain,
            boolean domainNeeded,
            Set<String> subCaDomains,
            Set<KeyUsage> keyUsages,
            Set<String> extendedKeyUsages,
            int maxOctets,
            Function<TrustAnchors, List<Certificate>> ownRoots,
            Function<List<Certificate>, Named<P>> naming) {
        this.title = title;
        this.domain = domain;
        this.domainNeeded = domainNeeded;
        this.subCaDomains = subCaDomains;
        this.keyUsages = keyUsages;
        this.extendedKeyUsages = extendedKeyUsages;
        this.maxOctets = maxOctets;
        this.ownRoots = ownRoots;
        this.naming = naming;
    }

    /**
     * A contract that must be this account's: what PaymentDetailsReq claims is compared with the
     * certificate.
     */
    public static Purpose<VerifiedContract> contractOf(Emaid claimed) {
        return contract(Optional.of(claimed));
    }

    /** A provisioning certificate that must be this vehicle's. */
    public static Purpose<VerifiedProvisioning> provisioningOf(Pcid claimed) {
        return provisioning(Optional.of(claimed));
    }

    private static Purpose<VerifiedContract> contract(Optional<Emaid> claimed) {
        return new Purpose<>(
                "contract",
                "MO",
                false,
                Set.of("MO"),
                Set.of(KeyUsage.DIGITAL_SIGNATURE),
                Set.of(),
                CertificateProfile.ISO2_MAX_OCTETS,
                TrustAnchors::moRoots,
                path ->
                        named(
                                path,
                                Emaid::parse,
                                claimed,
                                emaid -> new VerifiedContract(path, emaid)));
    }

    private static Purpose<VerifiedProvisioning> provisioning(Optional<Pcid> claimed) {
        return new Purpose<>(
                "vehicle",
                "OEM",
                false,
                Set.of("OEM"),
                Set.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_AGREEMENT),
                Set.of(),
                CertificateProfile.ISO2_MAX_OCTETS,
                TrustAnchors::oemRoots,
                path ->
                        named(
                                path,
                                Pcid::parse,
                                claimed,
                                pcid -> new VerifiedProvisioning(path, pcid)));
    }

    private static Named<VerifiedSecc> station(List<Certificate> path) {
        return named(path, name -> name, Optional.empty(), name -> new VerifiedSecc(path, name));
    }

    private static <I, P extends Verified> Named<P> named(
            List<Certificate> path,
            Function<String, I> parse,
            Optional<I> claimed,
            Function<I, P> proof) {
        List<String> names = path.getFirst().fields().commonNames();
        if (names.size() != 1) {
            return new Named.Wrong<>(
                    Reason.WRONG_NAME,
                    "iso2.common-name",
                    "expected one common name, found " + names.size());
        }
        try {
            I found = parse.apply(names.getFirst());
            if (claimed.isPresent() && !claimed.get().equals(found)) {
                return new Named.Wrong<>(
                        Reason.OTHER_IDENTITY,
                        "iso2.claimed-identity",
                        "expected the certificate of %s, found that of %s"
                                .formatted(claimed.get(), found));
            }
            return new Named.Ok<>(proof.apply(found));
        } catch (IdentifierException e) {
            return new Named.Wrong<>(
                    Reason.WRONG_NAME, "iso2.common-name", String.valueOf(e.getMessage()));
        }
    }

    String title() {
        return title;
    }

    /** The DC the leaf must have if it has any; empty: none at all. */
    String domain() {
        return domain;
    }

    /**
     * Whether the leaf must have a DC under this root. Real contracts under a mobility operator's
     * own root come without; under a V2G root, where all roles meet, every leaf needs one.
     */
    boolean needsDomain(boolean underV2gRoot) {
        return domainNeeded || (underV2gRoot && !domain.isEmpty());
    }

    /**
     * Whether a sub-CA must say its role under this root. Under a V2G root it must, lest a station
     * operator's CA make contracts; only the operator's own sub-CAs may be silent.
     */
    boolean needsSubCaDomain(boolean underV2gRoot) {
        return underV2gRoot && !subCaDomains.contains("V2G");
    }

    /** The DCs a sub-CA on the path may have. */
    Set<String> subCaDomains() {
        return subCaDomains;
    }

    /** Key usages the leaf needs for this purpose; further ones do no harm. */
    Set<KeyUsage> keyUsages() {
        return keyUsages;
    }

    /**
     * One of these must be there if the leaf has any; empty: the leaf has none that speaks against
     * it.
     */
    Set<String> extendedKeyUsages() {
        return extendedKeyUsages;
    }

    int maxOctets() {
        return maxOctets;
    }

    /** Whether V2G roots count for this purpose; they do for everything a car sees. */
    boolean trustsV2gRoots() {
        return !domain.isEmpty();
    }

    List<Certificate> roots(TrustAnchors anchors) {
        List<Certificate> own = ownRoots.apply(anchors);
        if (!trustsV2gRoots()) {
            return own;
        }
        return java.util.stream.Stream.concat(own.stream(), anchors.v2gRoots().stream())
                .distinct()
                .toList();
    }

    Named<P> name(List<Certificate> path) {
        return naming.apply(path);
    }

    @Override
    public String toString() {
        return title;
    }
}
