package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.GlobalElement;

/** A PGP key. */
@GlobalElement("PGPData")
public record PgpData(PgpDataChoice value) implements KeyInfoItem {}
