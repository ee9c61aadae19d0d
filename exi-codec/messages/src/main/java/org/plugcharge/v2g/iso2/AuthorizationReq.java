package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Asks for authorisation. In a Plug and Charge session it returns the challenge, has an {@code Id},
 * and is signed with the contract key; with external payment both are absent. Repeated while the
 * station answers Ongoing, for at most 60 s.
 */
@GlobalElement("AuthorizationReq")
public record AuthorizationReq(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Wire("GenChallenge") @Length(min = 16, max = 16) @Nullable Bytes genChallenge)
        implements Iso2Request {}
