package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What a {@link PowerDeliveryReq} wants. */
@SimpleType("chargeProgressType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public enum ChargeProgress {
    @WireName("Start")
    START,
    @WireName("Stop")
    STOP,
    @WireName("Renegotiate")
    RENEGOTIATE
}
