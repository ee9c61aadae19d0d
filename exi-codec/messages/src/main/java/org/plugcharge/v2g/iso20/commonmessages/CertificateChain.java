package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/**
 * A leaf certificate and its sub-CA certificates, DER, without the root; the provisioning service's
 * in CertificateInstallationRes.
 */
@ComplexType("CertificateChainType")
public record CertificateChain(
        @Wire("Certificate") @Length(max = 1600) Bytes certificate,
        @Wire("SubCertificates") @Nullable SubCertificates subCertificates) {

    /** The sub-CA certificates, none if the element is absent. */
    public List<Bytes> subCertificateList() {
        return subCertificates == null ? List.of() : subCertificates.certificates();
    }
}
