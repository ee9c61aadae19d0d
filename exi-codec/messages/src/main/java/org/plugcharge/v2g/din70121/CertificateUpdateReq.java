package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Asks for a successor of an expiring contract certificate; DH parameters have up to 256 octets.
 */
@GlobalElement("CertificateUpdateReq")
public record CertificateUpdateReq(
        @Attribute(value = "Id", xs = Xs.IDREF) @Nullable String id,
        @Wire("ContractSignatureCertChain") CertificateChain contractChain,
        @Wire("ContractID") @Length(max = 24) String contractId,
        @Wire("ListOfRootCertificateIDs") ListOfRootCertificateIds rootCertificateIds,
        @Wire("DHParams") @Length(max = 256) Bytes dhParameters)
        implements Din70121Request {}
