package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** What was done to a part before its digest was taken, one step or more. */
@GlobalElement("Transforms")
public record Transforms(
        @Wire(value = "Transform", ref = true) @Occurs(max = Occurs.UNBOUNDED)
                List<Transform> transforms) {

    public Transforms {
        transforms = List.copyOf(transforms);
    }
}
