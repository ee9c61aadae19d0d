/**
 * Decides how the same message looks to another EXI engine: EXIficient over our own schema text.
 *
 * <p>Never trusts what it reads: a stream is walked by our own grammars first, and one that
 * promises more than it holds is refused before that engine sees it.
 *
 * <p>Follows EXI 1.0 with the options that all peers use (bit-packed, no value table).
 */
@NullMarked
package org.plugcharge.tool.otherengine;

import org.jspecify.annotations.NullMarked;
