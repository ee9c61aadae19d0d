/**
 * Decides what the words of the command line {@code evcc-sim} mean, and what is told on the screen
 * and by the exit status.
 *
 * <p>Never speaks to a station itself, and decides nothing about a session or its judgement.
 *
 * <p>Exit statuses are 0 for all as it should be, 1 for not so, 2 for wrong use; it follows no
 * standard.
 */
@NullMarked
package org.plugcharge.evcc.command;

import org.jspecify.annotations.NullMarked;
