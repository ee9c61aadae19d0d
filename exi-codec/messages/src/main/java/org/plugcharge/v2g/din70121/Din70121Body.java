package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** What a message can carry in its body: one of 17 requests or one of 17 responses. */
@SubstitutionGroup(value = "BodyElement", type = "BodyBaseType")
@Namespace(Din70121Namespaces.MESSAGE)
public sealed interface Din70121Body permits Din70121Request, Din70121Response {}
