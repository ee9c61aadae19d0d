package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** A DSA public key. */
@GlobalElement("DSAKeyValue")
public record DsaKeyValue(
        @Nullable DsaPrimes primes,
        @Wire("G") @Nullable Bytes g,
        @Wire("Y") Bytes y,
        @Wire("J") @Nullable Bytes j,
        @Nullable DsaSeed seed)
        implements KeyValueChoice {}
