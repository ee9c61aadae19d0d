/** Proves that captured TLS is opened. */
@NullMarked
package org.plugcharge.tool.tls;

import org.jspecify.annotations.NullMarked;
