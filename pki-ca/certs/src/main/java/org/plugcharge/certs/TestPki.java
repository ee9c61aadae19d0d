package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A complete PKI for tests and laboratories: every certificate of {@link Iso2Profile} with its key,
 * and on demand every one of {@link Iso20Profile} ({@link #iso20}).
 *
 * <p>The same {@link Options} give the same octets: keys and serial numbers come from a seeded
 * generator, signatures are deterministic. Whoever knows the seed has all keys: never trust these
 * roots outside a laboratory. Every certificate says so by the policy {@link #TEST_POLICY}.
 */
public final class TestPki {

    /**
     * Where certificates say their status can be asked, unless told otherwise; nothing answers
     * there.
     */
    public static final String DEFAULT_OCSP_URL = "http://ocsp.test/";

    /**
     * The certificate policy that says "made for tests": an object identifier under 2.999, the arc
     * for examples. Short, since six certificates have to go through the 5600 characters of OCPP
     * 2.0.1 in one CertificateInstallationRes.
     */
    public static final String TEST_POLICY = "2.999.15118";

    private final Options options;
    private final Ecosystem iso2;

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
        this.iso2 =
                Ecosystem.create(
                        options,
                        Arrays.stream(Iso2Profile.values())
                                .filter(profile -> profile != Iso2Profile.OCSP_SIGNER)
                                .map(Iso2Profile::profile)
                                .toList(),
                        Iso2Profile.OCSP_SIGNER.profile(),
                        profile -> subject(of(profile)),
                        profile -> of(profile).name());
    }

    /** A whole PKI; the same options give the same octets. */
    public static TestPki create(Options options) {
        return new TestPki(options);
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

    /**
     * The ISO 15118-20 ecosystem from the same options: of P-521 or Ed448, or the {@code lab} one
     * of P-256. Made anew at each call.
     */
    public Iso20TestPki iso20(KeyType key) {
        return new Iso20TestPki(options, key);
    }

    /** The one certificate of this profile, with its key; OCSP signers have {@link #ocspSigner}. */
    public KeyedCertificate member(Iso2Profile profile) {
        return iso2.member(profile.profile());
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
        return iso2.ocspSigner(authority.profile());
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
        return iso2.create(profile.profile(), subject, "further:" + label);
    }

    /** One more certificate for a key made elsewhere. */
    public Certificate issue(CertificateOrder order, Instant now, Entropy entropy) {
        Iso2Profile profile = Iso2Profile.byId(order.profile().id()).orElseThrow();
        Issuer issuer = member(profile.issuer().orElseThrow()).issuer();
        return ToBeSigned.prepare(
                        order.statusAt(options.ocspUrl()).forTests(), issuer, now, entropy)
                .sign(issuer.key());
    }

    /** A certificate of this profile issued here, with its sub-CAs. */
    public CertificateChain chainOf(Certificate leaf, Iso2Profile profile) {
        return iso2.chainOf(leaf, profile.profile());
    }

    private static Iso2Profile of(CertificateProfile profile) {
        return Iso2Profile.byId(profile.id()).orElseThrow();
    }

    private Subject subject(Iso2Profile profile) {
        return switch (profile) {
            case CONTRACT_LEAF -> Subject.named(options.emaid().canonical()).of("TEST").in("DE");
            case OEM_PROVISIONING_LEAF -> Subject.named(options.pcid().text()).of("TEST").in("DE");
            case SECC_LEAF -> Subject.named(options.seccName()).of("TEST").in("DE");
            case TLS_SERVER -> Subject.named(options.serverNames().getFirst()).of("TEST");
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
                    Subject.named(title(profile)).of("TEST").in("DE");
        };
    }

    private static String title(Iso2Profile profile) {
        return "TEST " + profile.name().replace('_', ' ');
    }
}
