package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Choice;

/** The two forms of {@link PgpData}. */
@Choice
public sealed interface PgpDataChoice permits PgpKeyId, PgpKeyPacket {}
