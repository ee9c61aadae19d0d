/** Proves the walk through the grammars. */
@NullMarked
package org.plugcharge.tool.trace;

import org.jspecify.annotations.NullMarked;
