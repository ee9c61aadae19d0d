package org.plugcharge.certs;

import java.util.Arrays;
import java.util.Locale;

/**
 * The ISO 15118-20 half of a {@link TestPki}: every certificate of {@link Iso20Profile} for one
 * kind of key, from the same seed. The same warnings hold.
 */
public final class Iso20TestPki {

    private final TestPki.Options options;
    private final KeyType key;
    private final Ecosystem members;

    Iso20TestPki(TestPki.Options options, KeyType key) {
        this.options = options;
        this.key = key;
        this.members =
                Ecosystem.create(
                        options,
                        Arrays.stream(Iso20Profile.values())
                                .filter(role -> role != Iso20Profile.OCSP_SIGNER)
                                .map(role -> role.profile(key))
                                .toList(),
                        Iso20Profile.OCSP_SIGNER.profile(key),
                        profile -> subject(Iso20Profile.byId(profile.id()).orElseThrow()),
                        CertificateProfile::id);
    }

    /** The kind of key all certificates have. */
    public KeyType keyType() {
        return key;
    }

    /** The vehicle's PCID: the one of the options with its check character. */
    public Pcid pcid() {
        return options.pcid().withCheckCharacter();
    }

    /** What the vehicle's TLS certificate is called. */
    public VehicleEvccid evccid() {
        String vehicle = options.pcid().text().substring(3) + "0000";
        return new VehicleEvccid(options.pcid().manufacturer(), vehicle, '0');
    }

    /** The one certificate of this role, with its key; OCSP signers have {@link #ocspSigner}. */
    public KeyedCertificate member(Iso20Profile role) {
        return members.member(role.profile(key));
    }

    /** The one certificate of this role. */
    public Certificate certificate(Iso20Profile role) {
        return member(role).certificate();
    }

    /** Its private key. */
    public SoftwareKey key(Iso20Profile role) {
        return member(role).key();
    }

    /** The certificate with its sub-CAs, nearest first, without root. */
    public CertificateChain chain(Iso20Profile leaf) {
        return chainOf(certificate(leaf), leaf);
    }

    /** A certificate of this role issued here, with its sub-CAs. */
    public CertificateChain chainOf(Certificate leaf, Iso20Profile role) {
        return members.chainOf(leaf, role.profile(key));
    }

    /** One more certificate of a role, with a key made from the seed and {@code label}. */
    public KeyedCertificate issue(Iso20Profile role, Subject subject, String label) {
        return members.create(role.profile(key), subject, "further:" + label);
    }

    /** Whoever answers OCSP questions about what {@code authority} issued. */
    public KeyedCertificate ocspSigner(Iso20Profile authority) {
        return members.ocspSigner(authority.profile(key));
    }

    /** Every root for what it may be trusted for. */
    public TrustAnchors anchors() {
        return TrustAnchors.none()
                .withV2gRoots(certificate(Iso20Profile.V2G_ROOT))
                .withMoRoots(certificate(Iso20Profile.MO_ROOT))
                .withOemRoots(certificate(Iso20Profile.OEM_ROOT));
    }

    private Subject subject(Iso20Profile role) {
        return switch (role) {
            case CONTRACT_LEAF -> Subject.named(options.emaid().canonical()).of("TEST").in("DE");
            case OEM_PROVISIONING_LEAF -> Subject.named(pcid().text()).of("TEST").in("DE");
            case VEHICLE_LEAF -> Subject.named(evccid().canonical()).of("TEST");
            case SECC_LEAF -> Subject.named("DE-PNC-S-00001-0").of("TEST").in("DE");
            case V2G_ROOT,
                    CPO_SUB_CA_1,
                    CPO_SUB_CA_2,
                    MO_ROOT,
                    MO_SUB_CA_1,
                    MO_SUB_CA_2,
                    OEM_ROOT,
                    OEM_SUB_CA_1,
                    OEM_SUB_CA_2,
                    VEHICLE_SUB_CA_1,
                    VEHICLE_SUB_CA_2,
                    CPS_SUB_CA_1,
                    CPS_SUB_CA_2,
                    CPS_LEAF,
                    OCSP_SIGNER ->
                    Subject.named(title(role)).of("TEST").in("DE");
        };
    }

    private static String title(Iso20Profile role) {
        return "TEST " + role.name().toUpperCase(Locale.ROOT).replace('_', ' ') + " 20";
    }
}
