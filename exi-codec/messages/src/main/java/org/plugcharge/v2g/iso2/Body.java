package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * The one body element of a message; the schema lets it be absent, no message of the protocol is
 * without one.
 */
@ComplexType("BodyType")
public record Body(@Wire(value = "BodyElement", ref = true) @Nullable Iso2Body element) {}
