package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.Choice;

/** One part of {@link X509Data}. */
@Choice(wildcard = true)
public sealed interface X509DataItem
        permits X509IssuerSerial, X509Ski, X509SubjectName, X509Certificate, X509Crl {}
