/** Measures the codecs. */
@NullMarked
package org.plugcharge.v2g;

import org.jspecify.annotations.NullMarked;
