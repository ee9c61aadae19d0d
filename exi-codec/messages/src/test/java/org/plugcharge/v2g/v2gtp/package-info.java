/** Proves the framing. */
@NullMarked
package org.plugcharge.v2g.v2gtp;

import org.jspecify.annotations.NullMarked;
