/**
 * Decides how a message looks to people and tools: a tree of names and values, as JSON, as XML, and
 * back.
 *
 * <p>Never codes EXI; it reads the same annotations as the compiler and uses the wire names of the
 * schema.
 *
 * <p>Follows the schemas for names and simple values; the JSON form is ours (attributes begin with
 * {@code @}, text is {@code #text}).
 */
@NullMarked
package org.plugcharge.v2g.text;

import org.jspecify.annotations.NullMarked;
