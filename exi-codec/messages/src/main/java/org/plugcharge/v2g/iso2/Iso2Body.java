package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.SubstitutionGroup;

/** What a message can carry in its body: one of 17 requests or one of 17 responses. */
@SubstitutionGroup(value = "BodyElement", type = "BodyBaseType")
public sealed interface Iso2Body permits Iso2Request, Iso2Response {}
