package org.plugcharge.v2g.xmldsig;

import java.util.List;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;

/** Certificates, or how to find them. */
@GlobalElement("X509Data")
public record X509Data(@Occurs(max = Occurs.UNBOUNDED) List<X509DataItem> items) implements KeyInfoItem {

    public X509Data {
        items = List.copyOf(items);
    }
}
