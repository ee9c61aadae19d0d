package org.plugcharge.v2g.xmldsig;

import java.util.List;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;

/** SPKI key information. */
@GlobalElement("SPKIData")
public record SpkiData(@Occurs(max = Occurs.UNBOUNDED) List<SpkiSexp> items) implements KeyInfoItem {

    public SpkiData {
        items = List.copyOf(items);
    }
}
