package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * A contract: its chain, its private key wrapped for the car, the ephemeral key to unwrap it with,
 * and the eMAID.
 *
 * <p>The last four elements are each signed by the leaf of the provisioning service's chain (four
 * references, [V2G2-909]).
 */
@GlobalElement("CertificateInstallationRes")
public record CertificateInstallationRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("SAProvisioningCertificateChain") CertificateChain provisioningChain,
        @Wire("ContractSignatureCertChain") CertificateChain contractChain,
        @Wire("ContractSignatureEncryptedPrivateKey")
                ContractSignatureEncryptedPrivateKey encryptedPrivateKey,
        @Wire("DHpublickey") DhPublicKey dhPublicKey,
        @Wire("eMAID") EmaidElement emaid)
        implements Iso2Response {}
