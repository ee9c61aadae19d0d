package org.plugcharge.plc.segment;

import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.slac.ModemProfile;

/**
 * A host on the line and its modem: the two addresses, which side it is on, and whose modem it has.
 */
public record Station(MacAddress host, MacAddress modem, Role role, ModemProfile profile) {

    /** Only the station's modem measures sounds. */
    public enum Role {
        /** The charger. */
        EVSE,
        /** The car. */
        PEV
    }
}
