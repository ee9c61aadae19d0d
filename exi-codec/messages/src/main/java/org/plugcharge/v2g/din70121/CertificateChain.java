package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/** A leaf certificate and its sub-CA certificates, DER, at most 1200 octets each. */
@ComplexType("CertificateChainType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record CertificateChain(
        @Wire("Certificate") @Length(max = 1200) Bytes certificate,
        @Wire("SubCertificates") @Nullable SubCertificates subCertificates) {}
