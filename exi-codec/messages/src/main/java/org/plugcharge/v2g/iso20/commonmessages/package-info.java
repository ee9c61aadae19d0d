/**
 * Decides what the messages look like that all kinds of charging by ISO 15118-20 share, from
 * SessionSetup to SessionStop, with services, schedules, tariffs and certificates, as records.
 *
 * <p>Never decides what a message means or when it may be sent; a record checks nothing but that
 * its lists hold no nulls.
 *
 * <p>Follows the schema {@code urn:iso:std:iso:15118:-20:CommonMessages}.
 */
@NullMarked
@SchemaPackage(namespace = "urn:iso:std:iso:15118:-20:CommonMessages")
@SchemaSet(
        name = "iso20.CommonMessages",
        prefix = "CommonMessages",
        packages = {"org.plugcharge.v2g.iso20", "org.plugcharge.v2g.xmldsig"},
        fragments = {
            "PnC_AReqAuthorizationMode",
            "SignedInstallationData",
            "OEMProvisioningCertificateChain",
            "SignedMeteringData",
            "AbsolutePriceSchedule",
            "PriceLevelSchedule"
        })
package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
