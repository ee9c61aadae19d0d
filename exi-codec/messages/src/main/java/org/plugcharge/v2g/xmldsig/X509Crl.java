package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** A certificate revocation list, DER. */
@Group
public record X509Crl(@Wire("X509CRL") Bytes value) implements X509DataItem {}
