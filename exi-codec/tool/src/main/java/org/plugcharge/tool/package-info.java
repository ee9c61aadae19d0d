/**
 * Decides how messages are shown and made on a command line: the command {@code v2g}.
 *
 * <p>Never opens a network connection; it reads and writes files and standard streams only.
 *
 * <p>Follows the codecs of {@code org.plugcharge.v2g}, which it only calls.
 */
@NullMarked
package org.plugcharge.tool;

import org.jspecify.annotations.NullMarked;
