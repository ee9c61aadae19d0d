package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** A list of references inside a {@link SignatureObject}. */
@GlobalElement("Manifest")
public record Manifest(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Wire(value = "Reference", ref = true) @Occurs(max = Occurs.UNBOUNDED)
                List<Reference> references) {

    public Manifest {
        references = List.copyOf(references);
    }
}
