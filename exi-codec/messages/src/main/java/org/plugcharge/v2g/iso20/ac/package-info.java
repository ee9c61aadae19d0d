/**
 * Decides what the messages of ISO 15118-20 for charging with alternating current look like, one
 * way and both ways, as records; and the control modes that Amendment 1 adds to them (by IEC and by
 * SAE rules), which are of other sets.
 *
 * <p>Never decides what a message means or when it may be sent; a record checks nothing but that
 * its lists hold no nulls.
 *
 * <p>Follows the schema {@code urn:iso:std:iso:15118:-20:AC}.
 */
@NullMarked
@SchemaPackage(namespace = "urn:iso:std:iso:15118:-20:AC")
@SchemaSet(
        name = "iso20.AC",
        prefix = "Ac",
        packages = {"org.plugcharge.v2g.iso20", "org.plugcharge.v2g.xmldsig"},
        namespaces = {
            "urn:iso:std:iso:15118:-20:CommonTypes",
            "urn:iso:std:iso:15118:-20:AC",
            "http://www.w3.org/2000/09/xmldsig#"
        })
package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
