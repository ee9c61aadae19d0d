/** Measures the library against the raw crypto operations it needs, in one run. */
@NullMarked
package org.plugcharge.certs;

import org.jspecify.annotations.NullMarked;
