package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.Profiles;
import org.plugcharge.certs.VerificationKey;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which kind of certificate an EST path asks for: {@code cpo}, {@code mo}, {@code oem}, {@code
 * cps}, {@code veh}, with anything and a hyphen before; the edition follows from {@code ISO15118-2}
 * or {@code ISO15118-20}, or else from the key.
 */
enum EstLabel {
    CPO("secc-leaf", Role.STATION_OPERATOR),
    MO("contract-leaf", Role.MOBILITY_OPERATOR),
    OEM("oem-provisioning-leaf", Role.AUTOMAKER),
    CPS("cps-leaf", Role.PROVISIONING_SERVICE),
    VEH("vehicle-leaf", Role.AUTOMAKER);

    private final String kind;
    private final Role role;

    EstLabel(String kind, Role role) {
        this.kind = kind;
        this.role = role;
    }

    static List<EstLabel> all() {
        return List.of(values());
    }

    /** The label of a path; its form was checked by the path. */
    static EstLabel of(String text) {
        String last = text.substring(text.lastIndexOf('-') + 1);
        return Stream.of(values())
                .filter(label -> label.name().toLowerCase(Locale.ROOT).equals(last))
                .findFirst()
                .orElseThrow(Problem::unknownLabel);
    }

    /** Where a path names none: what the client's one role is there for. */
    static EstLabel of(Client client) {
        List<EstLabel> possible =
                Stream.of(CPO, MO, OEM, CPS)
                        .filter(label -> client.roles().equals(Set.of(label.role)))
                        .toList();
        if (possible.size() != 1) {
            throw Problem.malformed(
                    "rfc7030.label",
                    "which CA? name one in the path: /.well-known/est/cpo/simpleenroll, or mo, oem,"
                            + " cps, veh");
        }
        return possible.getFirst();
    }

    /** The profile for this key. */
    CertificateProfile profile(@Nullable String version, VerificationKey key) {
        return profiles(version, null).stream()
                .filter(profile -> key.type().filter(profile.keyType()::equals).isPresent())
                .findFirst()
                .orElseThrow(() ->
                        Problem.unprocessable(
                                "rfc7030.key",
                                "no certificate for this kind of key here: "
                                        + key.type().map(Enum::name).orElse("unknown")));
    }

    /**
     * Every profile it may mean, never an empty list; 404 for a version or a curve nobody knows.
     */
    List<CertificateProfile> profiles(@Nullable String version, @Nullable String curve) {
        List<CertificateProfile> found =
                editions(version)
                        .map(edition -> Profiles.byId(edition + "." + kind))
                        .flatMap(Optional::stream)
                        .filter(profile -> curve == null || profile.keyType() == type(curve))
                        .toList();
        if (found.isEmpty()) {
            throw Problem.unknownLabel();
        }
        return found;
    }

    private static Stream<String> editions(@Nullable String version) {
        return switch (version == null ? "" : version) {
            case "" -> Stream.of("iso2", "iso20-p521", "iso20-ed448");
            case "ISO15118-2" -> Stream.of("iso2");
            case "ISO15118-20" -> Stream.of("iso20-p521", "iso20-ed448");
            case "lab" -> Stream.of("lab");
            default -> throw Problem.unknownLabel();
        };
    }

    private static KeyType type(String curve) {
        return switch (curve) {
            case "secp256r1" -> KeyType.P256;
            case "secp521r1" -> KeyType.P521;
            case "ed448" -> KeyType.ED448;
            default -> throw Problem.unknownLabel();
        };
    }
}
