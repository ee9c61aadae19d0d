package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Where key information is stored. */
@GlobalElement("RetrievalMethod")
public record RetrievalMethod(
        @Attribute(value = "Type", xs = Xs.ANY_URI) @Nullable String type,
        @Attribute(value = "URI", xs = Xs.ANY_URI) @Nullable String uri,
        @Wire(value = "Transforms", ref = true) @Nullable Transforms transforms)
        implements KeyInfoItem {}
