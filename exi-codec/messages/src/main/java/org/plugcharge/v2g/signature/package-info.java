/**
 * Decides what is signed in a message, how the signature is made, and whether one is good.
 *
 * <p>Never decides whether a key may be trusted: the caller brings the key of a certificate it has
 * checked.
 *
 * <p>Follows XML Signature over EXI as ISO 15118-2 and ISO 15118-20 use it.
 */
@NullMarked
package org.plugcharge.v2g.signature;

import org.jspecify.annotations.NullMarked;
