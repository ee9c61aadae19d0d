package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** A name of a key. */
@Group
public record KeyName(@Wire(value = "KeyName", ref = true) String value) implements KeyInfoItem {}
