package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Asks for a successor of an expiring contract certificate; the whole element is signed with the
 * old contract key.
 *
 * <p>The car waits 5 s for the answer.
 */
@GlobalElement("CertificateUpdateReq")
public record CertificateUpdateReq(
        @Attribute(value = "Id", xs = Xs.ID) String id,
        @Wire("ContractSignatureCertChain") CertificateChain contractChain,
        @Wire("eMAID") @Length(min = 14, max = 15) String emaid,
        @Wire("ListOfRootCertificateIDs") ListOfRootCertificateIds rootCertificateIds)
        implements Iso2Request {}
