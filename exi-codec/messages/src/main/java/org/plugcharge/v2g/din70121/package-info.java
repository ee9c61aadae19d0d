/**
 * Decides what every message of DIN SPEC 70121 looks like: 34 body messages, the header, and their
 * data types, as records.
 *
 * <p>Never decides what a message means or when it may be sent; a record checks nothing but that
 * its lists hold no nulls.
 *
 * <p>Follows the schemas {@code urn:din:70121:2012:MsgDef}, {@code MsgHeader}, {@code MsgBody},
 * {@code MsgDataTypes}.
 */
@NullMarked
@SchemaPackage(namespace = Din70121Namespaces.BODY, attributesQualified = false)
@SchemaSet(
        name = "din",
        prefix = "Din70121",
        packages = "org.plugcharge.v2g.xmldsig",
        fragments = {
            "ContractAuthenticationReq",
            "MeteringReceiptReq",
            "CertificateInstallationReq",
            "CertificateInstallationRes",
            "CertificateUpdateReq",
            "CertificateUpdateRes",
            "SalesTariff"
        })
package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
