package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Text;
import org.plugcharge.exi.schema.Xs;

/** The signature itself; for ECDSA r and s side by side, 64 octets on P-256. */
@GlobalElement("SignatureValue")
public record SignatureValue(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id, @Text Bytes value) {}
