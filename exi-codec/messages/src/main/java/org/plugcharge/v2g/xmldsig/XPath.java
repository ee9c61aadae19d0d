package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** A path expression. */
@Group
public record XPath(@Wire("XPath") String value) implements TransformParameter {}
