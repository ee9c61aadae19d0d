/** Proves how values lie in bits. */
@NullMarked
package org.plugcharge.exi;

import org.jspecify.annotations.NullMarked;
