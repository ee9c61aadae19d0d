package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wildcard;
import org.plugcharge.exi.schema.Wire;

/** A key id and, perhaps, the key. */
@Group
@Wildcard
public record PgpKeyId(
        @Wire("PGPKeyID") Bytes keyId, @Wire("PGPKeyPacket") @Nullable Bytes keyPacket)
        implements PgpDataChoice {}
