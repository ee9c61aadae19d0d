package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;

/** Asks for the state of an AC charge; it has no content. */
@GlobalElement("ChargingStatusReq")
public record ChargingStatusReq() implements Din70121Request {}
