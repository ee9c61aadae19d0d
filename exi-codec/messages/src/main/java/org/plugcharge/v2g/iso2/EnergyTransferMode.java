package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How energy is transferred: pins of the inlet and kind of current. */
@SimpleType("EnergyTransferModeType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public enum EnergyTransferMode {
    @WireName("AC_single_phase_core")
    AC_SINGLE_PHASE_CORE,
    @WireName("AC_three_phase_core")
    AC_THREE_PHASE_CORE,
    @WireName("DC_core")
    DC_CORE,
    @WireName("DC_extended")
    DC_EXTENDED,
    @WireName("DC_combo_core")
    DC_COMBO_CORE,
    @WireName("DC_unique")
    DC_UNIQUE
}
