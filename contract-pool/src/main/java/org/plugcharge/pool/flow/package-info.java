/**
 * Decides in which order facts are asked for, written, signed and announced.
 *
 * <p>Never judges a certificate or an order itself, and keeps no state but in the store.
 *
 * <p>Follows the rule that intent is written before a signature is made.
 */
@NullMarked
package org.plugcharge.pool.flow;

import org.jspecify.annotations.NullMarked;
