/**
 * Decides how a record says which XML schema type it is: names, order, occurrence, facets, choices,
 * substitution groups.
 *
 * <p>Never encodes anything: the annotations are read by the compiler (to make codecs and XSD text)
 * and by tools (names).
 *
 * <p>Covers the part of XML Schema 1.0 that the message sets of ISO 15118, DIN SPEC 70121 and
 * xmldsig use.
 */
@NullMarked
package org.plugcharge.exi.schema;

import org.jspecify.annotations.NullMarked;
