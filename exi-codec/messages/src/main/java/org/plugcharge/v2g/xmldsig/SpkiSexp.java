package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wildcard;
import org.plugcharge.exi.schema.Wire;

/** One canonical S-expression of {@link SpkiData}. */
@Group
@Wildcard(max = 1)
public record SpkiSexp(@Wire("SPKISexp") Bytes value) {}
