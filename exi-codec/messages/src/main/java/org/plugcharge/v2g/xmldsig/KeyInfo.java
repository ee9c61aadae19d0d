package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Mixed;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** Hints where to find the key; not used by ISO 15118 [V2G2-771]. */
@GlobalElement("KeyInfo")
@Mixed
public record KeyInfo(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Occurs(max = Occurs.UNBOUNDED) List<KeyInfoItem> items) {

    public KeyInfo {
        items = List.copyOf(items);
    }
}
