package org.plugcharge.ca;

import org.plugcharge.certs.CertificateProfile;

import java.util.Set;

/** What a client is in the ecosystem, and for which kinds of certificate it may ask. */
public enum Role {
    /** May ask for everything and revoke everything; holds ceremonies. */
    ADMIN(
            "secc-leaf",
            "tls-server",
            "contract-leaf",
            "oem-provisioning-leaf",
            "vehicle-leaf",
            "cps-leaf"),
    /** A charge point operator's CSMS: stations and its own servers. */
    STATION_OPERATOR("secc-leaf", "tls-server"),
    /** A mobility operator: contracts. */
    MOBILITY_OPERATOR("contract-leaf"),
    /** An automaker: provisioning certificates, and TLS certificates of vehicles. */
    AUTOMAKER("oem-provisioning-leaf", "vehicle-leaf"),
    /** A certificate provisioning service. */
    PROVISIONING_SERVICE("cps-leaf");

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> kinds;

    Role(String... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** Whether this role may have certificates of this profile, in whatever edition. */
    public boolean mayHave(CertificateProfile profile) {
        return kinds.contains(kind(profile));
    }

    /** The profile's id without its edition, as in {@code secc-leaf}. */
    static String kind(CertificateProfile profile) {
        return profile.id().substring(profile.id().indexOf('.') + 1);
    }
}
