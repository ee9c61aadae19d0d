package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The direction of the energy in bidirectional charging; in PowerDeliveryReq. */
@SimpleType("channelSelectionType")
public enum ChannelSelection {
    @WireName("Charge")
    CHARGE,
    @WireName("Discharge")
    DISCHARGE
}
