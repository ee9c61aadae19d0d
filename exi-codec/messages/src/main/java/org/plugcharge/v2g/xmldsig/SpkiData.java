package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;

import java.util.List;

/** SPKI key information. */
@GlobalElement("SPKIData")
public record SpkiData(@Occurs(max = Occurs.UNBOUNDED) List<SpkiSexp> items)
        implements KeyInfoItem {

    public SpkiData {
        items = List.copyOf(items);
    }
}
