package org.plugcharge.certs;

import static java.util.Objects.requireNonNull;

import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A complete ISO 15118-2 PKI for tests and laboratories: every certificate of {@link Iso2Profile}
 * with its key.
 *
 * <p>The same {@link Options} give the same octets: keys and serial numbers come from a seeded
 * generator, signatures are deterministic. Whoever knows the seed has all keys: never trust these
 * roots outside a laboratory.
 */
public final class TestPki {

    /**
     * Where certificates say their status can be asked, unless told otherwise; nothing answers
     * there.
     */
    public static final String DEFAULT_OCSP_URL = "http://ocsp.plugcharge.test/";

    private final Options options;
    private final Map<Iso2Profile, KeyedCertificate> members = new EnumMap<>(Iso2Profile.class);
    private final Map<Iso2Profile, KeyedCertificate> ocspSigners = new EnumMap<>(Iso2Profile.class);

    /**
     * What a test PKI is made from.
     *
     * @param now the instant certificates start to be valid (five minutes before it)
     * @param emaid of the one contract
     * @param pcid of the one vehicle
     * @param seccName common name of the station's certificate
     * @param serverNames host names and addresses of the one TLS server
     */
    public record Options(
            Bytes seed,
            Instant now,
            Emaid emaid,
            Pcid pcid,
            String seccName,
            List<String> serverNames,
            String ocspUrl) {

        /** Copies the list. */
        public Options {
            serverNames = List.copyOf(serverNames);
        }

        /** A contract, a vehicle, a station and a server on this machine. */
        public static Options of(Bytes seed, Instant now) {
            return new Options(
                    seed,
                    now,
                    new Emaid("DEPNCC00000001"),
                    new Pcid("WPCTESTVEHICLE001"),
                    "DE*PNC*E00001",
                    List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"),
                    DEFAULT_OCSP_URL);
        }

        /** The same with another place where certificates say their status can be asked. */
        public Options statusAt(String url) {
            return new Options(seed, now, emaid, pcid, seccName, serverNames, url);
        }

        /** The same with another contract and vehicle. */
        public Options forCar(Emaid newEmaid, Pcid newPcid) {
            return new Options(seed, now, newEmaid, newPcid, seccName, serverNames, ocspUrl);
        }
    }

    private TestPki(Options options) {
        this.options = options;
    }

    /** A whole PKI; the same options give the same octets. */
    public static TestPki create(Options options) {
        TestPki pki = new TestPki(options);
        for (Iso2Profile profile : Iso2Profile.values()) {
            if (profile != Iso2Profile.OCSP_SIGNER) {
                pki.members.put(profile, pki.create(profile, pki.subject(profile), profile.name()));
            }
        }
        for (Iso2Profile authority : Iso2Profile.authorities()) {
            pki.ocspSigners.put(authority, pki.createOcspSigner(authority));
        }
        return pki;
    }

    /** A PKI from a number as seed. */
    public static TestPki create(long seed, Instant now) {
        return create(
                Options.of(Bytes.of(Long.toString(seed).getBytes(StandardCharsets.UTF_8)), now));
    }

    /** What it was made from. */
    public Options options() {
        return options;
    }

    /** The one certificate of this profile, with its key; OCSP signers have {@link #ocspSigner}. */
    public KeyedCertificate member(Iso2Profile profile) {
        KeyedCertificate member = members.get(profile);
        if (member == null) {
            throw new IllegalArgumentException("one for each CA: ask ocspSigner(authority)");
        }
        return member;
    }

    /** The one certificate of this profile. */
    public Certificate certificate(Iso2Profile profile) {
        return member(profile).certificate();
    }

    /** Its private key. */
    public SoftwareKey key(Iso2Profile profile) {
        return member(profile).key();
    }

    /** The certificate with its sub-CAs, nearest first, without root. */
    public CertificateChain chain(Iso2Profile leaf) {
        return chainOf(certificate(leaf), leaf);
    }

    /** Whoever answers OCSP questions about what {@code authority} issued. */
    public KeyedCertificate ocspSigner(Iso2Profile authority) {
        return requireNonNull(ocspSigners.get(authority), authority + " is no CA");
    }

    /** Every root for what it may be trusted for. */
    public TrustAnchors anchors() {
        return TrustAnchors.none()
                .withV2gRoots(certificate(Iso2Profile.V2G_ROOT))
                .withMoRoots(certificate(Iso2Profile.MO_ROOT))
                .withOemRoots(certificate(Iso2Profile.OEM_ROOT))
                .withOperatorRoots(certificate(Iso2Profile.OPERATOR_ROOT));
    }

    /**
     * One more certificate of a profile (not of a CA), with a key of its own made from the seed and
     * {@code label}; the same label gives the same key.
     */
    public KeyedCertificate issue(Iso2Profile profile, Subject subject, String label) {
        return create(profile, subject, "further:" + label);
    }

    /** One more certificate for a key made elsewhere. */
    public Certificate issue(CertificateOrder order, Instant now, Entropy entropy) {
        Iso2Profile profile = Iso2Profile.byId(order.profile().id()).orElseThrow();
        Issuer issuer = member(profile.issuer().orElseThrow()).issuer();
        return ToBeSigned.prepare(order.statusAt(options.ocspUrl()), issuer, now, entropy)
                .sign(issuer.key());
    }

    /** A certificate of this profile issued here, with its sub-CAs. */
    public CertificateChain chainOf(Certificate leaf, Iso2Profile profile) {
        List<Bytes> subCertificates = new ArrayList<>();
        Optional<Iso2Profile> issuer = profile.issuer();
        while (issuer.isPresent() && !issuer.get().profile().selfSigned()) {
            subCertificates.add(certificate(issuer.get()).der());
            issuer = issuer.get().issuer();
        }
        return new CertificateChain(leaf.der(), subCertificates);
    }

    private KeyedCertificate create(Iso2Profile profile, Subject subject, String label) {
        Entropy entropy = Entropy.seeded(options.seed(), label);
        SoftwareKey key = SoftwareKey.generate(entropy);
        Issuer issuer =
                profile.issuer()
                        .map(this::member)
                        .map(KeyedCertificate::issuer)
                        .orElseGet(() -> Issuer.self(key));
        CertificateOrder order =
                CertificateOrder.of(profile, subject, key.publicKey())
                        .statusAt(options.ocspUrl())
                        .forHosts(
                                profile == Iso2Profile.TLS_SERVER
                                        ? options.serverNames()
                                        : List.of());
        return new KeyedCertificate(
                ToBeSigned.prepare(order, issuer, options.now(), entropy).sign(issuer.key()), key);
    }

    private KeyedCertificate createOcspSigner(Iso2Profile authority) {
        Entropy entropy = Entropy.seeded(options.seed(), "OCSP:" + authority.name());
        SoftwareKey key = SoftwareKey.generate(entropy);
        Issuer issuer = member(authority).issuer();
        Subject subject = Subject.named("OCSP of " + authority.id()).of("plugcharge test");
        CertificateOrder order =
                CertificateOrder.of(Iso2Profile.OCSP_SIGNER, subject, key.publicKey());
        return new KeyedCertificate(
                ToBeSigned.prepare(order, issuer, options.now(), entropy).sign(issuer.key()), key);
    }

    private Subject subject(Iso2Profile profile) {
        return switch (profile) {
            case CONTRACT_LEAF ->
                    Subject.named(options.emaid().canonical()).of("plugcharge test").in("DE");
            case OEM_PROVISIONING_LEAF ->
                    Subject.named(options.pcid().text()).of("plugcharge test").in("DE");
            case SECC_LEAF -> Subject.named(options.seccName()).of("plugcharge test").in("DE");
            case TLS_SERVER ->
                    Subject.named(options.serverNames().getFirst()).of("plugcharge test");
            case V2G_ROOT,
                    CPO_SUB_CA_1,
                    CPO_SUB_CA_2,
                    MO_ROOT,
                    MO_SUB_CA_1,
                    MO_SUB_CA_2,
                    OEM_ROOT,
                    OEM_SUB_CA_1,
                    OEM_SUB_CA_2,
                    CPS_SUB_CA_1,
                    CPS_SUB_CA_2,
                    CPS_LEAF,
                    OPERATOR_ROOT,
                    OCSP_SIGNER ->
                    Subject.named(title(profile)).of("plugcharge test").in("DE");
        };
    }

    private static String title(Iso2Profile profile) {
        return "TEST " + profile.name().replace('_', ' ');
    }
}
