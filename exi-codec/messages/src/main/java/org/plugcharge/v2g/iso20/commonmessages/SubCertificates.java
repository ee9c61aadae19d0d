package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The sub-CA certificates of a chain, one to three, DER, at most 1600 octets each. */
@ComplexType("SubCertificatesType")
public record SubCertificates(
        @Wire("Certificate") @Length(max = 1600) @Occurs(max = 3) List<Bytes> certificates) {

    public SubCertificates {
        certificates = List.copyOf(certificates);
    }
}
