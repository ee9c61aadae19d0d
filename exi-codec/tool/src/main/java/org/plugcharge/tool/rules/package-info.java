/**
 * Decides which rule of the standards a session has broken, and at which message.
 *
 * <p>Never reads octets and never stops at a broken rule: it sees what was said, one message after
 * the other, and adds findings.
 *
 * <p>Follows ISO 15118-2, ISO 15118-20, DIN SPEC 70121 and ISO 15118-3; each rule names the
 * requirement where its number is known.
 */
@NullMarked
package org.plugcharge.tool.rules;

import org.jspecify.annotations.NullMarked;
