package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Mixed;

/** A public key. */
@GlobalElement("KeyValue")
@Mixed
public record KeyValue(KeyValueChoice value) implements KeyInfoItem {}
