package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to four sub-CA certificates, DER, the issuer of the leaf first. */
@ComplexType("SubCertificatesType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record SubCertificates(
        @Wire("Certificate") @Length(max = 800) @Occurs(max = 4) List<Bytes> certificates) {

    public SubCertificates {
        certificates = List.copyOf(certificates);
    }
}
