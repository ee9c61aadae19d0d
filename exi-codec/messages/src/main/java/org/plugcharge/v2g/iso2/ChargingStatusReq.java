package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;

/** Asks for the state of an AC charge; it has no content. Repeated through the AC loop. */
@GlobalElement("ChargingStatusReq")
public record ChargingStatusReq() implements Iso2Request {}
