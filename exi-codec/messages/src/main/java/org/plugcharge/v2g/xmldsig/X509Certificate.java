package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** A certificate, DER. */
@Group
public record X509Certificate(@Wire("X509Certificate") Bytes value) implements X509DataItem {}
