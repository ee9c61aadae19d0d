/**
 * Decides what an XML signature looks like as records; ISO 15118 uses {@link Signature}, {@link
 * SignedInfo} and {@link Reference}.
 *
 * <p>Never signs or verifies, and refuses foreign content where the schema would allow any; the
 * rest of the schema is here because its names count in the EXI event codes.
 *
 * <p>Follows the schema {@code http://www.w3.org/2000/09/xmldsig#} (XML Signature, W3C 2002).
 */
@NullMarked
@SchemaPackage(namespace = "http://www.w3.org/2000/09/xmldsig#", attributesQualified = false)
@SchemaSet(name = "xmldsig", prefix = "Xmldsig", fragments = "SignedInfo")
package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
