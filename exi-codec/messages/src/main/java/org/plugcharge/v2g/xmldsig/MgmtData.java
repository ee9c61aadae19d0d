package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** In-band key distribution data. */
@Group
public record MgmtData(@Wire(value = "MgmtData", ref = true) String value) implements KeyInfoItem {}
