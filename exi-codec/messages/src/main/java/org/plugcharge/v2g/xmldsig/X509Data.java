package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;

import java.util.List;

/** Certificates, or how to find them. */
@GlobalElement("X509Data")
public record X509Data(@Occurs(max = Occurs.UNBOUNDED) List<X509DataItem> items)
        implements KeyInfoItem {

    public X509Data {
        items = List.copyOf(items);
    }
}
