package org.plugcharge.ca;

import org.plugcharge.certs.Iso2Profile;

import java.util.EnumSet;
import java.util.Set;

/** What a client is in the ecosystem, and for which profiles it may ask. */
public enum Role {
    /** May ask for everything and revoke everything. */
    ADMIN(
            Iso2Profile.SECC_LEAF,
            Iso2Profile.TLS_SERVER,
            Iso2Profile.CONTRACT_LEAF,
            Iso2Profile.OEM_PROVISIONING_LEAF,
            Iso2Profile.CPS_LEAF),
    /** A charge point operator's CSMS: stations and its own servers. */
    STATION_OPERATOR(Iso2Profile.SECC_LEAF, Iso2Profile.TLS_SERVER),
    /** A mobility operator: contracts. */
    MOBILITY_OPERATOR(Iso2Profile.CONTRACT_LEAF),
    /** An automaker: provisioning certificates. */
    AUTOMAKER(Iso2Profile.OEM_PROVISIONING_LEAF),
    /** A certificate provisioning service. */
    PROVISIONING_SERVICE(Iso2Profile.CPS_LEAF);

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Iso2Profile> profiles;

    Role(Iso2Profile first, Iso2Profile... more) {
        this.profiles = Set.copyOf(EnumSet.of(first, more));
    }

    /** The profiles certificates of which this role may have. */
    public Set<Iso2Profile> profiles() {
        return profiles;
    }
}
