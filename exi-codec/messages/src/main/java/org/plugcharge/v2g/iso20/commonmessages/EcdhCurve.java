package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The curve on which the key is agreed under which the contract's private key is encrypted. */
@SimpleType("ecdhCurveType")
public enum EcdhCurve {
    @WireName("SECP521")
    SECP521,
    @WireName("X448")
    X448
}
