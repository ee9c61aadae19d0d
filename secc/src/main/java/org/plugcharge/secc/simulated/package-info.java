/**
 * Decides how a power supply behaves that does not exist: for stations on a desk, demos and tests.
 *
 * <p>Never to be used where a cable can carry voltage.
 *
 * <p>Follows no standard.
 */
@NullMarked
package org.plugcharge.secc.simulated;

import org.jspecify.annotations.NullMarked;
