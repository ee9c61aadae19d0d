package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** How the primes of a {@link DsaKeyValue} were made. */
@Group
public record DsaSeed(@Wire("Seed") Bytes seed, @Wire("PgenCounter") Bytes pgenCounter) {}
