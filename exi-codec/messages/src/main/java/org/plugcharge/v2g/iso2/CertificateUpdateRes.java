package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

/**
 * The new contract, as in {@link CertificateInstallationRes}.
 *
 * <p>The retry counter says in days when to ask again; -1 tells the car never to.
 */
@GlobalElement("CertificateUpdateRes")
public record CertificateUpdateRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("SAProvisioningCertificateChain") CertificateChain provisioningChain,
        @Wire("ContractSignatureCertChain") CertificateChain contractChain,
        @Wire("ContractSignatureEncryptedPrivateKey")
                ContractSignatureEncryptedPrivateKey encryptedPrivateKey,
        @Wire("DHpublickey") DhPublicKey dhPublicKey,
        @Wire("eMAID") EmaidElement emaid,
        @Wire("RetryCounter") @Range(min = -32768, max = 32767) @Nullable Integer retryCounter)
        implements Iso2Response {}
