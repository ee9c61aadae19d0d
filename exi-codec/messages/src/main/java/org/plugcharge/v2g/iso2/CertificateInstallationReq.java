package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Asks for a contract certificate; the whole element is signed with the key of the OEM provisioning
 * certificate.
 *
 * <p>The car waits 5 s for the answer.
 */
@GlobalElement("CertificateInstallationReq")
public record CertificateInstallationReq(
        @Attribute(value = "Id", xs = Xs.ID) String id,
        @Wire("OEMProvisioningCert") @Length(max = 800) Bytes oemProvisioningCertificate,
        @Wire("ListOfRootCertificateIDs") ListOfRootCertificateIds rootCertificateIds)
        implements Iso2Request {}
