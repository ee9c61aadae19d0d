/**
 * Decides whether a JSON text is a record of given shape and writes records as JSON: required
 * properties, lengths, list sizes, vocabularies, bounds, nothing extra. Never binds by name alone
 * and never builds a value before its limits are checked. Follows JSON (RFC 8259), date-times of
 * RFC 3339 and the strict reading of the OCPP schemas.
 */
@NullMarked
package org.plugcharge.ocpp.json;

import org.jspecify.annotations.NullMarked;
