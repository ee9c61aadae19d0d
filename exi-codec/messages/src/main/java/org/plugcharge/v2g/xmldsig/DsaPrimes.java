package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** The primes of a {@link DsaKeyValue}, both or none. */
@Group
public record DsaPrimes(@Wire("P") Bytes p, @Wire("Q") Bytes q) {}
