package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Asks for authorisation; empty with external payment. Repeated while {@link
 * ContractAuthenticationRes} says Ongoing.
 */
@GlobalElement("ContractAuthenticationReq")
public record ContractAuthenticationReq(
        @Attribute(value = "Id", xs = Xs.IDREF) @Nullable String id,
        @Wire("GenChallenge") @Nullable String genChallenge)
        implements Din70121Request {}
