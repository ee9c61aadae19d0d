package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Mixed;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** One step by its URI; in ISO 15118 the only one is canonical EXI. */
@GlobalElement("Transform")
@Mixed
public record Transform(
        @Attribute(value = "Algorithm", xs = Xs.ANY_URI) String algorithm,
        @Occurs(min = 0, max = Occurs.UNBOUNDED) List<TransformParameter> parameters) {

    public Transform {
        parameters = List.copyOf(parameters);
    }
}
