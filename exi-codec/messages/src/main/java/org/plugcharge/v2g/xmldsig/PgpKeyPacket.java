package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wildcard;
import org.plugcharge.exi.schema.Wire;

/** A key without its id. */
@Group
@Wildcard
public record PgpKeyPacket(@Wire("PGPKeyPacket") Bytes keyPacket) implements PgpDataChoice {}
