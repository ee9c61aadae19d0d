package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Plug &amp; Charge: the station's challenge and the contract's certificates; this is the element
 * that the contract key signs.
 */
@LocalElement("PnC_AReqAuthorizationMode")
public record PncAReqAuthorizationMode(
        @Attribute(value = "Id", xs = Xs.ID) String id,
        @Wire("GenChallenge") @Length(min = 16, max = 16) Bytes genChallenge,
        @Wire("ContractCertificateChain") ContractCertificateChain contractCertificateChain)
        implements AReqAuthorizationMode {}
