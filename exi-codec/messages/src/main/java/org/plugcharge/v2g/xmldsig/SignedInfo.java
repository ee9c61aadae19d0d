package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** What the signature is over: the algorithms and a digest for each part signed. */
@GlobalElement("SignedInfo")
public record SignedInfo(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Wire(value = "CanonicalizationMethod", ref = true)
                CanonicalizationMethod canonicalizationMethod,
        @Wire(value = "SignatureMethod", ref = true) SignatureMethod signatureMethod,
        @Wire(value = "Reference", ref = true) @Occurs(max = Occurs.UNBOUNDED)
                List<Reference> references) {

    public SignedInfo {
        references = List.copyOf(references);
    }
}
