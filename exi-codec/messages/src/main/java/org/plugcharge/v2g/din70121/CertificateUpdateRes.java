package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The new contract: chain, private key encrypted for the car (up to 128 octets), the station's half
 * of the key agreement, contract id, and a retry counter.
 */
@GlobalElement("CertificateUpdateRes")
public record CertificateUpdateRes(
        @Attribute(value = "Id", xs = Xs.IDREF) String id,
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("ContractSignatureCertChain") CertificateChain contractChain,
        @Wire("ContractSignatureEncryptedPrivateKey") @Length(max = 128) Bytes encryptedPrivateKey,
        @Wire("DHParams") @Length(max = 256) Bytes dhParameters,
        @Wire("ContractID") @Length(max = 24) String contractId,
        @Wire("RetryCounter") @Range(min = -32768, max = 32767) int retryCounter)
        implements Din70121Response {}
