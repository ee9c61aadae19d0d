package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

/**
 * The contract the car wants to pay with: its eMAID (14 or 15 characters) and certificate chain
 * without the root.
 *
 * <p>Only in a Plug and Charge session over TLS; the car waits 5 s for the answer.
 */
@GlobalElement("PaymentDetailsReq")
public record PaymentDetailsReq(
        @Wire("eMAID") @Length(min = 14, max = 15) String emaid,
        @Wire("ContractSignatureCertChain") CertificateChain contractChain)
        implements Iso2Request {}
