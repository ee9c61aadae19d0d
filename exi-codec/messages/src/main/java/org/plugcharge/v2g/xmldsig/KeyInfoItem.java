package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Choice;

/** One hint of {@link KeyInfo}. */
@Choice(wildcard = true)
public sealed interface KeyInfoItem
        permits KeyName, KeyValue, RetrievalMethod, X509Data, PgpData, SpkiData, MgmtData {}
