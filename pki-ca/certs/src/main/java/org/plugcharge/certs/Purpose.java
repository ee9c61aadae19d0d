package org.plugcharge.certs;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a chain is to be trusted for: which roots count, what the leaf must be, and what proof comes
 * out. Chains are those of ISO 15118-2 unless {@link #in} says otherwise.
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
                    anchors -> List.of(),
                    (path, _) -> station(path));

    /** A certificate provisioning service's leaf, under a V2G root. */
    public static final Purpose<VerifiedCps> CPS =
            new Purpose<>(
                    "provisioning service",
                    "CPS",
                    true,
                    Set.of("CPS"),
                    Set.of(KeyUsage.DIGITAL_SIGNATURE),
                    Set.of(),
                    anchors -> List.of(),
                    (path, _) -> new Named.Ok<>(new VerifiedCps(path)));

    /**
     * A vehicle's TLS client certificate, under an automaker's or a V2G root, never a mobility
     * operator's. Only ISO 15118-20 has it. [V2G20-2331], [V2G20-2339], [V2G20-2342]
     */
    public static final Purpose<VerifiedVehicle> VEHICLE =
            new Purpose<>(
                            "vehicle's TLS client",
                            "",
                            false,
                            Set.of("OEM"),
                            Set.of(KeyUsage.DIGITAL_SIGNATURE),
                            Set.of(Iso20Profile.CLIENT_AUTH),
                            TrustAnchors::oemRoots,
                            Purpose::vehicle)
                    .in(Edition.ISO20);

    /** A server of the operator, under the operator's root. */
    public static final Purpose<VerifiedServer> SERVER =
            new Purpose<>(
                    "server",
                    "",
                    false,
                    Set.of(),
                    Set.of(KeyUsage.DIGITAL_SIGNATURE),
                    Set.of(Iso2Profile.SERVER_AUTH),
                    TrustAnchors::operatorRoots,
                    (path, _) -> new Named.Ok<>(new VerifiedServer(path)));

    private static final Set<String> CN_AND_O = Set.of("2.5.4.3", "2.5.4.10");

    private final String title;
    private final String domain;
    private final boolean domainNeeded;
    private final Set<String> subCaDomains;
    private final Set<KeyUsage> keyUsages;
    private final Set<String> extendedKeyUsages;
    private final Function<TrustAnchors, List<Certificate>> ownRoots;
    private final BiFunction<List<Certificate>, Edition, Named<P>> naming;
    private final Set<Edition> editions;

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
            Function<TrustAnchors, List<Certificate>> ownRoots,
            BiFunction<List<Certificate>, Edition, Named<P>> naming) {
        this(
                title,
                domain,
                domainNeeded,
                subCaDomains,
                keyUsages,
                extendedKeyUsages,
                ownRoots,
                naming,
                Set.of(Edition.ISO2));
    }

    private Purpose(
            String title,
            String domain,
            boolean domainNeeded,
            Set<String> subCaDomains,
            Set<KeyUsage> keyUsages,
            Set<String> extendedKeyUsages,
            Function<TrustAnchors, List<Certificate>> ownRoots,
            BiFunction<List<Certificate>, Edition, Named<P>> naming,
            Set<Edition> editions) {
        this.title = title;
        this.domain = domain;
        this.domainNeeded = domainNeeded;
        this.subCaDomains = subCaDomains;
        this.keyUsages = keyUsages;
        this.extendedKeyUsages = extendedKeyUsages;
        this.ownRoots = ownRoots;
        this.naming = naming;
        this.editions = editions;
    }

    /**
     * The same in other editions than ISO 15118-2 alone: the leaf's key tells which one a chain is
     * judged by. Of {@link Edition#ISO2} and {@link Edition#LAB}, whose keys are the same, the
     * first is taken.
     */
    public Purpose<P> in(Edition first, Edition... further) {
        return new Purpose<>(
                title,
                domain,
                domainNeeded,
                subCaDomains,
                keyUsages,
                extendedKeyUsages,
                ownRoots,
                naming,
                Set.copyOf(EnumSet.of(first, further)));
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
                TrustAnchors::moRoots,
                (path, _) ->
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
                TrustAnchors::oemRoots,
                (path, edition) ->
                        named(
                                path,
                                name -> pcid(name, edition),
                                claimed,
                                pcid -> new VerifiedProvisioning(path, pcid)));
    }

    /** The key delivery of ISO 15118-20 needs all 18 characters. */
    private static Pcid pcid(String name, Edition edition) {
        Pcid pcid = Pcid.parse(name);
        if (edition == Edition.ISO20 && !pcid.hasCheckCharacter()) {
            throw new IdentifierException("PCID", "18 characters", name);
        }
        return pcid;
    }

    /** [V2G20-2598]; a laboratory's vehicle may be called anything. */
    private static Named<VerifiedVehicle> vehicle(List<Certificate> path, Edition edition) {
        List<String> parts = path.getFirst().fields().subjectAttributes();
        boolean bare = parts.size() == 2 && Set.copyOf(parts).equals(CN_AND_O);
        if (edition == Edition.LAB) {
            return named(
                    path, name -> name, Optional.empty(), name -> new VerifiedVehicle(path, name));
        }
        if (!bare) {
            return new Named.Wrong<>(
                    Reason.WRONG_NAME,
                    "iso20.vehicle-name",
                    "expected CN and O alone, found " + path.getFirst().fields().subject());
        }
        return named(
                path,
                VehicleEvccid::parse,
                Optional.empty(),
                evccid -> new VerifiedVehicle(path, evccid.canonical()));
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

    /** Whether a leaf may have these DCs in this edition, under a V2G root or another. */
    boolean takesDomain(List<String> found, boolean underV2gRoot, Edition edition) {
        if (found.isEmpty()) {
            return !needsDomain(underV2gRoot);
        }
        boolean laboratory = edition == Edition.LAB && subCaDomains.containsAll(found);
        return found.size() == 1 && (found.getFirst().equals(domain) || laboratory);
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

    /** The most octets a certificate may have in this edition. */
    int maxOctets(Edition edition) {
        return trustsV2gRoots() ? edition.maxOctets() : Certificate.MAX_OCTETS;
    }

    /** The most octets a certificate may have in any edition. */
    int maxOctets() {
        return editions.stream().mapToInt(this::maxOctets).max().orElseThrow();
    }

    /** Every kind of key a certificate may have in some edition. */
    Set<KeyType> keyTypes() {
        Set<KeyType> all = EnumSet.noneOf(KeyType.class);
        editions.forEach(edition -> all.addAll(edition.keyTypes()));
        return all;
    }

    /** The edition a chain with this leaf is judged by; nothing for a foreign key. */
    Optional<Edition> edition(Certificate leaf) {
        return leaf.key()
                .type()
                .flatMap(type ->
                        editions.stream()
                                .sorted()
                                .filter(edition -> edition.keyTypes().contains(type))
                                .findFirst());
    }

    /** The edition rules are named after when a chain fits none. */
    Edition firstEdition() {
        return editions.stream().sorted().findFirst().orElseThrow();
    }

    /** Whether V2G roots count for this purpose; they do for everything a car sees. */
    boolean trustsV2gRoots() {
        return !subCaDomains.isEmpty();
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

    Named<P> name(List<Certificate> path, Edition edition) {
        return naming.apply(path, edition);
    }

    @Override
    public String toString() {
        return title;
    }
}
