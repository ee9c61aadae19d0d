/**
 * Decides what the two messages look like by which car and station agree on a protocol before
 * anything else is said.
 *
 * <p>Never decides which protocol is chosen; that is the session's negotiation.
 *
 * <p>Follows the schema {@code urn:iso:15118:2:2010:AppProtocol}, shared by DIN SPEC 70121, ISO
 * 15118-2 and ISO 15118-20.
 */
@NullMarked
@SchemaPackage(
        namespace = "urn:iso:15118:2:2010:AppProtocol",
        elementsQualified = false,
        attributesQualified = false)
@SchemaSet(name = "app", prefix = "AppProtocol")
package org.plugcharge.v2g.appprotocol;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
