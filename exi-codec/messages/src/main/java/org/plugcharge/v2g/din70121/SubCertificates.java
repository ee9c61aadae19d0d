package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The sub-CA certificates of a {@link CertificateChain}, one or more. */
@ComplexType("SubCertificatesType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record SubCertificates(
        @Wire("Certificate") @Length(max = 1200) @Occurs(max = Occurs.UNBOUNDED)
                List<Bytes> certificates) {

    public SubCertificates {
        certificates = List.copyOf(certificates);
    }
}
