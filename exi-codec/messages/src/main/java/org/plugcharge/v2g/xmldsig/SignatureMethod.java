package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Mixed;
import org.plugcharge.exi.schema.Wildcard;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.math.BigInteger;

/** The signature algorithm by its URI. */
@GlobalElement("SignatureMethod")
@Mixed
@Wildcard
public record SignatureMethod(
        @Attribute(value = "Algorithm", xs = Xs.ANY_URI) String algorithm,
        @Wire("HMACOutputLength") @Nullable BigInteger hmacOutputLength) {}
