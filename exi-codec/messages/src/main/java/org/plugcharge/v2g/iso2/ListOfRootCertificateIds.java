package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.xmldsig.X509IssuerSerial;

import java.util.List;

/** The roots the car trusts, one to twenty, each by issuer name and serial number. */
@ComplexType("ListOfRootCertificateIDsType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record ListOfRootCertificateIds(
        @Wire("RootCertificateID") @Occurs(max = 20) List<X509IssuerSerial> rootCertificateIds) {

    public ListOfRootCertificateIds {
        rootCertificateIds = List.copyOf(rootCertificateIds);
    }
}
