package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/**
 * A signature over parts of a message: what was signed, and the value. ISO 15118 allows up to four
 * references [V2G2-909] and neither key info nor objects [V2G2-771].
 */
@GlobalElement("Signature")
public record Signature(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Wire(value = "SignedInfo", ref = true) SignedInfo signedInfo,
        @Wire(value = "SignatureValue", ref = true) SignatureValue signatureValue,
        @Wire(value = "KeyInfo", ref = true) @Nullable KeyInfo keyInfo,
        @Wire(value = "Object", ref = true) @Occurs(min = 0, max = Occurs.UNBOUNDED)
                List<SignatureObject> objects) {

    public Signature {
        objects = List.copyOf(objects);
    }
}
