/**
 * Decides what the messages of ISO 15118-20 for automated connection devices (ACDP: a pantograph or
 * a robot plugs in) look like: four requests and their responses, as records.
 *
 * <p>Never decides what a message means or when it may be sent; the charging itself is done with
 * the DC messages.
 *
 * <p>Follows the schema {@code urn:iso:std:iso:15118:-20:ACDP}.
 */
@NullMarked
@SchemaPackage(namespace = "urn:iso:std:iso:15118:-20:ACDP")
@SchemaSet(
        name = "iso20.ACDP",
        prefix = "Acdp",
        packages = {"org.plugcharge.v2g.iso20", "org.plugcharge.v2g.xmldsig"})
package org.plugcharge.v2g.iso20.acdp;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
