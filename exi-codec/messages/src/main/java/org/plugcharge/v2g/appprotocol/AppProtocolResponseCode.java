package org.plugcharge.v2g.appprotocol;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How the negotiation ended. */
@SimpleType("responseCodeType")
public enum AppProtocolResponseCode {
    /** Same major and minor version. */
    @WireName("OK_SuccessfulNegotiation")
    OK_SUCCESSFUL_NEGOTIATION,
    /** Same major version, another minor one. */
    @WireName("OK_SuccessfulNegotiationWithMinorDeviation")
    OK_SUCCESSFUL_NEGOTIATION_WITH_MINOR_DEVIATION,
    /** The station speaks none of the offered protocols. */
    @WireName("Failed_NoNegotiation")
    FAILED_NO_NEGOTIATION
}
