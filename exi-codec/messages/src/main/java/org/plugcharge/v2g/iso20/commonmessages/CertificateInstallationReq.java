package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.ListOfRootCertificateIds;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * Asks for contract certificates; the provisioning chain is signed with the car's provisioning key
 * and the header holds the signature.
 */
@GlobalElement("CertificateInstallationReq")
public record CertificateInstallationReq(
        MessageHeader header,
        @Wire("OEMProvisioningCertificateChain")
                SignedCertificateChain oemProvisioningCertificateChain,
        @Wire("ListOfRootCertificateIDs") ListOfRootCertificateIds listOfRootCertificateIds,
        @Wire(value = "MaximumContractCertificateChains", xs = Xs.UNSIGNED_BYTE)
                int maximumContractCertificateChains,
        @Wire("PrioritizedEMAIDs") @Nullable EmaidList prioritizedEmaids)
        implements CommonRequest {}
