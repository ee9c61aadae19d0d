/** Proves the codecs against octets and engines of others. */
@NullMarked
package org.plugcharge.v2g;

import org.jspecify.annotations.NullMarked;
