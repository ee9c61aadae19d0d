package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/**
 * The one body element of a message; the schema lets it be absent, no message of the protocol is
 * without one.
 */
@ComplexType("BodyType")
@Namespace(Din70121Namespaces.MESSAGE)
public record Body(@Wire(value = "BodyElement", ref = true) @Nullable Din70121Body element) {}
