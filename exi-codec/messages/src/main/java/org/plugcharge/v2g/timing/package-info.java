/**
 * Decides how near a side of a session came to the limits of time that go with its messages.
 *
 * <p>Never reads a clock, never decides what follows when a limit is passed, and knows no message
 * or timer but by its name.
 *
 * <p>Follows no clause of its own; the limits are those of DIN SPEC 70121 and ISO 15118, as each
 * side of a session names them.
 */
@NullMarked
package org.plugcharge.v2g.timing;

import org.jspecify.annotations.NullMarked;
