/**
 * Decides what every message of ISO 15118-2 looks like: 34 body messages, the header, and their
 * data types, as records.
 *
 * <p>Never decides what a message means or when it may be sent; a record checks nothing but that
 * its lists hold no nulls.
 *
 * <p>Follows the schemas {@code urn:iso:15118:2:2013:MsgDef}, {@code MsgHeader}, {@code MsgBody},
 * {@code MsgDataTypes}.
 */
@NullMarked
@SchemaPackage(namespace = Iso2Namespaces.BODY)
@SchemaSet(
        name = "iso2",
        prefix = "Iso2",
        packages = "org.plugcharge.v2g.xmldsig",
        fragments = {
            "AuthorizationReq",
            "MeteringReceiptReq",
            "CertificateInstallationReq",
            "CertificateUpdateReq",
            "SalesTariff",
            "ContractSignatureCertChain",
            "ContractSignatureEncryptedPrivateKey",
            "DHpublickey",
            "eMAID"
        })
package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
