package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** How the vehicle wants its energy. */
public enum EnergyTransferMode implements WireEnum {
    DC("DC"),
    AC_SINGLE_PHASE("AC_single_phase"),
    AC_TWO_PHASE("AC_two_phase"),
    AC_THREE_PHASE("AC_three_phase");

    private final String wire;

    EnergyTransferMode(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
