package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

/** Asks what the station offers, perhaps of one scope or category only. */
@GlobalElement("ServiceDiscoveryReq")
public record ServiceDiscoveryReq(
        @Wire("ServiceScope") @Length(max = 32) @Nullable String scope,
        @Wire("ServiceCategory") @Nullable ServiceCategory category)
        implements Din70121Request {}
