package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

/**
 * Asks which services the station offers; scope (at most 64 characters) and category narrow the
 * answer.
 */
@GlobalElement("ServiceDiscoveryReq")
public record ServiceDiscoveryReq(
        @Wire("ServiceScope") @Length(max = 64) @Nullable String scope,
        @Wire("ServiceCategory") @Nullable ServiceCategory category)
        implements Iso2Request {}
