/**
 * Decides what all message sets of ISO 15118-20 have in common: the header, numbers, meter readings
 * and receipts, and what every request, response and charge loop message begins with.
 *
 * <p>Never is a grammar set by itself, and never decides what a message means or when it may be
 * sent; the sets are the packages below.
 *
 * <p>Follows the schema {@code urn:iso:std:iso:15118:-20:CommonTypes}.
 */
@NullMarked
@SchemaPackage(namespace = "urn:iso:std:iso:15118:-20:CommonTypes")
package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.schema.SchemaPackage;
