package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Mixed;
import org.plugcharge.exi.schema.Wildcard;
import org.plugcharge.exi.schema.Xs;

/** Data carried inside a signature ({@code Object}); not used by ISO 15118 [V2G2-771]. */
@GlobalElement("Object")
@Mixed
@Wildcard(any = true)
public record SignatureObject(
        @Attribute(value = "Encoding", xs = Xs.ANY_URI) @Nullable String encoding,
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Attribute("MimeType") @Nullable String mimeType) {}
