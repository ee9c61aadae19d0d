package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * A contract for the car, signed by the provisioning service: the certificates, the service's
 * ephemeral public key, and the private key encrypted for this car.
 */
@GlobalElement("SignedInstallationData")
public record SignedInstallationData(
        @Attribute(value = "Id", xs = Xs.ID) String id,
        @Wire("ContractCertificateChain") ContractCertificateChain contractCertificateChain,
        @Wire("ECDHCurve") EcdhCurve ecdhCurve,
        @Wire("DHPublicKey") @Length(min = 133, max = 133) Bytes dhPublicKey,
        EncryptedPrivateKey encryptedPrivateKey) {}
