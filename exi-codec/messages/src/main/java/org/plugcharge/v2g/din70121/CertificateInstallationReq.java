package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Asks for a contract certificate, with the OEM provisioning certificate (DER). */
@GlobalElement("CertificateInstallationReq")
public record CertificateInstallationReq(
        @Attribute(value = "Id", xs = Xs.IDREF) @Nullable String id,
        @Wire("OEMProvisioningCert") @Length(max = 1200) Bytes oemProvisioningCertificate,
        @Wire("ListOfRootCertificateIDs") ListOfRootCertificateIds rootCertificateIds,
        @Wire("DHParams") @Length(max = 256) Bytes dhParameters)
        implements Din70121Request {}
