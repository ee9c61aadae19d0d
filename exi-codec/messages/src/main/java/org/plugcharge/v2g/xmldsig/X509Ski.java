package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** A subject key identifier. */
@Group
public record X509Ski(@Wire("X509SKI") Bytes value) implements X509DataItem {}
