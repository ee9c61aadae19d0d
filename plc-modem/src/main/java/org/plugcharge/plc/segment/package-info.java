/**
 * Decides what a power line and the modems on it do with a frame: who hears it, how weak, and whose
 * keys let data through.
 *
 * <p>Never matches anybody (the cores in {@code slac} do) and stands for hardware only where there
 * is none.
 *
 * <p>Follows what is known of Green PHY modems' firmware: SLAC crosses networks, data does not,
 * keys never leave the own host.
 */
@NullMarked
package org.plugcharge.plc.segment;

import org.jspecify.annotations.NullMarked;
