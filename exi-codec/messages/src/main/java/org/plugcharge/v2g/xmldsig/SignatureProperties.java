package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** Statements about a signature. */
@GlobalElement("SignatureProperties")
public record SignatureProperties(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Wire(value = "SignatureProperty", ref = true) @Occurs(max = Occurs.UNBOUNDED)
                List<SignatureProperty> properties) {

    public SignatureProperties {
        properties = List.copyOf(properties);
    }
}
