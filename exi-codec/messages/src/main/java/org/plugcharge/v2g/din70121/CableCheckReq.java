package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * Asks the DC station to test cable and isolation; repeated while the answer says Ongoing, for at
 * most 40 s.
 */
@GlobalElement("CableCheckReq")
public record CableCheckReq(@Wire("DC_EVStatus") DcEvStatus evStatus) implements Din70121Request {}
