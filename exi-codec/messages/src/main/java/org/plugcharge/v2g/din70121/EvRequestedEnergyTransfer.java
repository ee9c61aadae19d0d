package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How a car wants its energy: pins of the inlet and kind of current. */
@SimpleType("EVRequestedEnergyTransferType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum EvRequestedEnergyTransfer {
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
