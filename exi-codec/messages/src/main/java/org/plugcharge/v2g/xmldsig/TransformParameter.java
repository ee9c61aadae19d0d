package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Choice;

/** A parameter of a {@link Transform}. */
@Choice(wildcard = true)
public sealed interface TransformParameter permits XPath {}
