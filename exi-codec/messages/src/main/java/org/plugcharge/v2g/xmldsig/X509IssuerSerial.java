package org.plugcharge.v2g.xmldsig;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Wire;

import java.math.BigInteger;

/** Names a certificate by its issuer (a distinguished name as text) and serial number. */
@ComplexType("X509IssuerSerialType")
@LocalElement("X509IssuerSerial")
public record X509IssuerSerial(
        @Wire("X509IssuerName") String issuerName,
        @Wire("X509SerialNumber") BigInteger serialNumber)
        implements X509DataItem {}
