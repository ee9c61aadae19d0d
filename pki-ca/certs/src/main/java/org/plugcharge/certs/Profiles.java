package org.plugcharge.certs;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every certificate profile by its id: those of {@link Iso2Profile}, those of {@link Iso20Profile}
 * for each kind of key, and one for the cross-certificates of each root that may have them.
 */
public final class Profiles {

    private static final Map<String, CertificateProfile> ALL = all();

    private Profiles() {}

    /** The profile with that id, as in {@code iso20-p521.secc-leaf}. */
    public static Optional<CertificateProfile> byId(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    /** The CAs, -2 first, issuers before what they issue; no cross-certificates. */
    public static List<CertificateProfile> authorities() {
        return ALL.values().stream().filter(profile -> profile.ca() && !profile.isCross()).toList();
    }

    /** What certificates have that this CA issues for the key of another root. */
    public static CertificateProfile cross(CertificateProfile root) {
        return byId(crossId(root))
                .orElseThrow(() -> new IllegalArgumentException(root + " is no root"));
    }

    /** The OCSP signer of an authority: of its edition and kind of key. */
    public static CertificateProfile ocspSigner(CertificateProfile authority) {
        return authority.edition() == Edition.ISO2
                ? Iso2Profile.OCSP_SIGNER.profile()
                : Iso20Profile.OCSP_SIGNER.profile(authority.keyType());
    }

    private static String crossId(CertificateProfile root) {
        return root.id() + "-cross";
    }

    private static Map<String, CertificateProfile> all() {
        Map<String, CertificateProfile> all = new LinkedHashMap<>();
        Stream.concat(
                        Arrays.stream(Iso2Profile.values()).map(Iso2Profile::profile),
                        Stream.of(KeyType.P521, KeyType.ED448, KeyType.P256)
                                .flatMap(key -> Iso20Profile.all(key).stream()))
                .forEach(profile -> {
                    all.put(profile.id(), profile);
                    if (profile.selfSigned() && profile.pathLength().isEmpty()) {
                        all.put(crossId(profile), profile.crossed().called(crossId(profile)));
                    }
                });
        return Collections.unmodifiableMap(all);
    }
}
