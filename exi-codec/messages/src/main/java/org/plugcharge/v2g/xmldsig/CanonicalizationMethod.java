package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Mixed;
import org.plugcharge.exi.schema.Wildcard;
import org.plugcharge.exi.schema.Xs;

/**
 * The algorithm that makes octets of the signed info, by its URI; in ISO 15118 always canonical
 * EXI.
 */
@GlobalElement("CanonicalizationMethod")
@Mixed
@Wildcard(any = true)
public record CanonicalizationMethod(
        @Attribute(value = "Algorithm", xs = Xs.ANY_URI) String algorithm) {}
