/** Proves the signatures. */
@NullMarked
package org.plugcharge.v2g.signature;

import org.jspecify.annotations.NullMarked;
