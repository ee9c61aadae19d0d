package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

/**
 * The contract the car wants to pay with: its contract id (at most 24 characters) and certificate
 * chain; only where a contract was chosen.
 */
@GlobalElement("PaymentDetailsReq")
public record PaymentDetailsReq(
        @Wire("ContractID") @Length(max = 24) String contractId,
        @Wire("ContractSignatureCertChain") CertificateChain contractChain)
        implements Din70121Request {}
