/**
 * Decides what each bit of an EXI stream is: event codes, values and their places.
 *
 * <p>Never makes a message and shares nothing with the generated codecs but the reading of single
 * values; it walks the grammars' listing, so it also shows how far a stream goes that they refuse.
 *
 * <p>Follows EXI 1.0: bit-packed, schema-informed, not strict, second-level events not taken.
 */
@NullMarked
package org.plugcharge.tool.trace;

import org.jspecify.annotations.NullMarked;
