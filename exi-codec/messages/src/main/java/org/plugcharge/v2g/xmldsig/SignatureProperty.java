package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Mixed;
import org.plugcharge.exi.schema.Wildcard;
import org.plugcharge.exi.schema.Xs;

/** A statement about a signature; its content is foreign, so it can be neither read nor written. */
@GlobalElement("SignatureProperty")
@Mixed
@Wildcard(min = 1)
public record SignatureProperty(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Attribute(value = "Target", xs = Xs.ANY_URI) String target) {}
