package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

/**
 * A contract's certificate and its sub-CA certificates, DER, without the root; in AuthorizationReq
 * and SignedInstallationData.
 */
@ComplexType("ContractCertificateChainType")
public record ContractCertificateChain(
        @Wire("Certificate") @Length(max = 1600) Bytes certificate,
        @Wire("SubCertificates") SubCertificates subCertificates) {}
