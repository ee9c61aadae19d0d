package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/**
 * How the driver is authorized: by means outside the session (card, app), or by the contract in the
 * car.
 */
@SimpleType("authorizationType")
public enum Authorization {
    @WireName("EIM")
    EIM,
    @WireName("PnC")
    PNC
}
