/**
 * Decides what the sessions of every protocol have in common: phases, paces, endings, readings of
 * the charge loop.
 *
 * <p>Never knows a message and never does I/O, reads a clock or draws a random number.
 *
 * <p>Follows no standard of its own; the packages below it do.
 */
@NullMarked
package org.plugcharge.evcc.session;

import org.jspecify.annotations.NullMarked;
