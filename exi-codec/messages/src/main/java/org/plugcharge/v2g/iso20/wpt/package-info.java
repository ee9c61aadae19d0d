/**
 * Decides what the messages of ISO 15118-20 for wireless power transfer (WPT) look like: six
 * requests and their responses, as records.
 *
 * <p>Never decides what a message means or when it may be sent.
 *
 * <p>Follows the schema {@code urn:iso:std:iso:15118:-20:WPT}.
 */
@NullMarked
@SchemaPackage(namespace = "urn:iso:std:iso:15118:-20:WPT")
@SchemaSet(
        name = "iso20.WPT",
        prefix = "Wpt",
        packages = {"org.plugcharge.v2g.iso20", "org.plugcharge.v2g.xmldsig"})
package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
