package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Choice;

/** The kind of a {@link KeyValue}. */
@Choice(wildcard = true)
public sealed interface KeyValueChoice permits DsaKeyValue, RsaKeyValue {}
