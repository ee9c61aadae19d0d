package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Mixed;
import org.plugcharge.exi.schema.Wildcard;
import org.plugcharge.exi.schema.Xs;

/** The digest algorithm by its URI. */
@GlobalElement("DigestMethod")
@Mixed
@Wildcard
public record DigestMethod(@Attribute(value = "Algorithm", xs = Xs.ANY_URI) String algorithm) {}
