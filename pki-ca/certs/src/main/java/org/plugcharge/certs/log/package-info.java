/**
 * Decides what the log of issued certificates is: its entries, its Merkle tree, its heads, and what
 * proves that an entry is in it and that nothing was taken out of it.
 *
 * <p>Never reads a table, a socket or a clock.
 *
 * <p>Follows RFC 9162 section 2.1 (tree and proofs) and section 4.10 (the octets of a head); its
 * entries are its own, and salted.
 */
@NullMarked
package org.plugcharge.certs.log;

import org.jspecify.annotations.NullMarked;
