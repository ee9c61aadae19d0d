package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.ResponseCode;

/**
 * Answers CertificateInstallationReq with one contract; the data is signed by the provisioning
 * service, whose chain is here and whose signature is in the header.
 */
@GlobalElement("CertificateInstallationRes")
public record CertificateInstallationRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEProcessing") Processing processing,
        @Wire("CPSCertificateChain") CertificateChain cpsCertificateChain,
        @Wire("SignedInstallationData") SignedInstallationData signedInstallationData,
        @Wire(value = "RemainingContractCertificateChains", xs = Xs.UNSIGNED_BYTE)
                int remainingContractCertificateChains)
        implements CommonResponse {}
