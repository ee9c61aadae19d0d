/** Proves the command. */
@NullMarked
package org.plugcharge.tool;

import org.jspecify.annotations.NullMarked;
