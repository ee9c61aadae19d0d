package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** An RSA public key. */
@GlobalElement("RSAKeyValue")
public record RsaKeyValue(@Wire("Modulus") Bytes modulus, @Wire("Exponent") Bytes exponent)
        implements KeyValueChoice {}
