package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.xmldsig.X509IssuerSerial;

import java.util.List;

/**
 * The V2G roots the car trusts, one to twenty, each by issuer name and serial number; in
 * CertificateInstallationReq.
 */
@ComplexType("ListOfRootCertificateIDsType")
public record ListOfRootCertificateIds(
        @Wire("RootCertificateID") @Occurs(max = 20) List<X509IssuerSerial> rootCertificateIds) {

    public ListOfRootCertificateIds {
        rootCertificateIds = List.copyOf(rootCertificateIds);
    }
}
