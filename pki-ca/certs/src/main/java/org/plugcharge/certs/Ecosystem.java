package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One certificate with its key for every profile of a list, and an OCSP signer for every CA, all
 * from a seed; kept by profile id.
 */
final class Ecosystem {

    private final TestPki.Options options;
    private final Map<String, KeyedCertificate> members = new LinkedHashMap<>();
    private final Map<String, KeyedCertificate> ocspSigners = new LinkedHashMap<>();

    private Ecosystem(TestPki.Options options) {
        this.options = options;
    }

    /**
     * Issuers come before what they issue.
     *
     * @param subjects what each is called
     * @param labels what its key is made from, beside the seed
     */
    static Ecosystem create(
            TestPki.Options options,
            List<CertificateProfile> profiles,
            CertificateProfile ocspSigner,
            Function<CertificateProfile, Subject> subjects,
            Function<CertificateProfile, String> labels) {
        Ecosystem made = new Ecosystem(options);
        for (CertificateProfile profile : profiles) {
            made.members.put(
                    profile.id(),
                    made.create(profile, subjects.apply(profile), labels.apply(profile)));
        }
        for (CertificateProfile authority : profiles) {
            if (authority.ca()) {
                made.ocspSigners.put(
                        authority.id(),
                        made.ocspSigner(authority, ocspSigner, labels.apply(authority)));
            }
        }
        return made;
    }

    KeyedCertificate member(CertificateProfile profile) {
        KeyedCertificate member = members.get(profile.id());
        if (member == null) {
            throw new IllegalArgumentException("one for each CA: ask ocspSigner(authority)");
        }
        return member;
    }

    KeyedCertificate ocspSigner(CertificateProfile authority) {
        KeyedCertificate signer = ocspSigners.get(authority.id());
        if (signer == null) {
            throw new IllegalArgumentException(authority.id() + " is no CA");
        }
        return signer;
    }

    /** A certificate of this profile issued here, with its sub-CAs, nearest first. */
    CertificateChain chainOf(Certificate leaf, CertificateProfile profile) {
        List<Bytes> subCertificates = new ArrayList<>();
        Optional<CertificateProfile> issuer = profile.issuer();
        while (issuer.isPresent() && !issuer.get().selfSigned()) {
            subCertificates.add(member(issuer.get()).certificate().der());
            issuer = issuer.get().issuer();
        }
        return new CertificateChain(leaf.der(), subCertificates);
    }

    /** One more, its key made from the seed and the label. */
    KeyedCertificate create(CertificateProfile profile, Subject subject, String label) {
        Entropy entropy = Entropy.seeded(options.seed(), label);
        SoftwareKey key = SoftwareKey.generate(profile.keyType(), entropy);
        Issuer issuer =
                profile.issuer()
                        .map(this::member)
                        .map(KeyedCertificate::issuer)
                        .orElseGet(() -> Issuer.self(key));
        boolean server = profile.extendedKeyUsages().contains(Iso2Profile.SERVER_AUTH);
        CertificateOrder order =
                CertificateOrder.of(profile, subject, key.publicKey())
                        .statusAt(options.ocspUrl())
                        .forHosts(server ? options.serverNames() : List.of());
        return new KeyedCertificate(sign(order, issuer, entropy), key);
    }

    private KeyedCertificate ocspSigner(
            CertificateProfile authority, CertificateProfile profile, String label) {
        Entropy entropy = Entropy.seeded(options.seed(), "OCSP:" + label);
        SoftwareKey key = SoftwareKey.generate(profile.keyType(), entropy);
        Subject subject = Subject.named("OCSP of " + authority.id()).of("TEST");
        CertificateOrder order = CertificateOrder.of(profile, subject, key.publicKey());
        return new KeyedCertificate(sign(order, member(authority).issuer(), entropy), key);
    }

    private Certificate sign(CertificateOrder order, Issuer issuer, Entropy entropy) {
        return ToBeSigned.prepare(order.forTests(), issuer, options.now(), entropy)
                .sign(issuer.key());
    }
}
