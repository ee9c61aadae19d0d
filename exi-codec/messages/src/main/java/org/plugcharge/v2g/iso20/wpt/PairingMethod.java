package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** A way to make sure that a car speaks with the station below it. */
@SimpleType("WPT_PairingMethodType")
public enum PairingMethod {
    @WireName("External confirmation")
    EXTERNAL_CONFIRMATION,
    LPE,
    @WireName("LF_TxEV")
    LF_TX_EV,
    @WireName("LF_TxPrimaryDevice")
    LF_TX_PRIMARY_DEVICE,
    @WireName("Optical")
    OPTICAL,
    @WireName("Proprietary")
    PROPRIETARY
}
