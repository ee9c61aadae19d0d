package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.GlobalElement;

/** Ends the session for good: DIN SPEC 70121 has no pause. It has no content. */
@GlobalElement("SessionStopReq")
@ComplexType("SessionStopType")
public record SessionStopReq() implements Din70121Request {}
