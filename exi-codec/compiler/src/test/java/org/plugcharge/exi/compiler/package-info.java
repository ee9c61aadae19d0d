/** Proves the compiler. */
@NullMarked
package org.plugcharge.exi.compiler;

import org.jspecify.annotations.NullMarked;
