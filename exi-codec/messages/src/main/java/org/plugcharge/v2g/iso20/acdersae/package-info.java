/**
 * Decides what ISO 15118-20 Amendment 1 adds to AC for cars that feed the grid by North American
 * rules (IEEE 1547 and SAE J3072): the data types of grid support, as records.
 *
 * <p>Never decides what a message means or when it may be sent. The control modes that hold these
 * types stand beside those of AC, whose messages carry them.
 *
 * <p>Follows the schema {@code urn:iso:std:iso:15118:-20:AC-DER-SAE}.
 */
@NullMarked
@SchemaPackage(namespace = "urn:iso:std:iso:15118:-20:AC-DER-SAE")
@SchemaSet(
        name = "iso20.AC_DER_SAE",
        prefix = "AcDerSae",
        packages = {
            "org.plugcharge.v2g.iso20",
            "org.plugcharge.v2g.iso20.ac",
            "org.plugcharge.v2g.xmldsig"
        },
        namespaces = {
            "urn:iso:std:iso:15118:-20:CommonTypes",
            "urn:iso:std:iso:15118:-20:AC",
            "urn:iso:std:iso:15118:-20:AC-DER-SAE",
            "http://www.w3.org/2000/09/xmldsig#"
        })
package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
