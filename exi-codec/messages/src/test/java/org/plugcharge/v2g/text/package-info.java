/** Proves the text forms. */
@NullMarked
package org.plugcharge.v2g.text;

import org.jspecify.annotations.NullMarked;
