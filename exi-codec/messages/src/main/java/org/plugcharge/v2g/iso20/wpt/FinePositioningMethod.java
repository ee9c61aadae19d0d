package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** A way to bring a car over the primary device. */
@SimpleType("WPT_FinePositioningMethodType")
public enum FinePositioningMethod {
    @WireName("Manual")
    MANUAL,
    @WireName("LF_TxEV")
    LF_TX_EV,
    @WireName("LF_TxPrimaryDevice")
    LF_TX_PRIMARY_DEVICE,
    LPE,
    @WireName("Proprietary")
    PROPRIETARY
}
