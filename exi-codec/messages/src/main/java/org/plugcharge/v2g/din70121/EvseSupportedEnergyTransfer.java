package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How a station can transfer energy: pins of the outlet and kind of current. */
@SimpleType("EVSESupportedEnergyTransferType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum EvseSupportedEnergyTransfer {
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
    @WireName("DC_dual")
    DC_DUAL,
    @WireName("AC_core1p_DC_extended")
    AC_CORE1P_DC_EXTENDED,
    @WireName("AC_single_DC_core")
    AC_SINGLE_DC_CORE,
    @WireName("AC_single_phase_three_phase_core_DC_extended")
    AC_SINGLE_PHASE_THREE_PHASE_CORE_DC_EXTENDED,
    @WireName("AC_core3p_DC_extended")
    AC_CORE3P_DC_EXTENDED
}
