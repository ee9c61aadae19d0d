package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/**
 * The rhythm of the transmitters: in which order they send (2 to 255 entries), and how long pulses
 * and the pauses between pulses and packages are.
 */
@ComplexType("WPT_TxRxPackageSpecDataType")
public record TxRxPackageSpecData(
        @Wire("PulseSequenceOrder") @Occurs(min = 2, max = 255) List<TxRxPulseOrder> pulseOrder,
        @Wire(value = "PulseSeparationTime", xs = Xs.UNSIGNED_SHORT) int pulseSeparationTime,
        @Wire(value = "PulseDuration", xs = Xs.UNSIGNED_SHORT) int pulseDuration,
        @Wire(value = "PackageSeparationTime", xs = Xs.UNSIGNED_SHORT) int packageSeparationTime) {

    public TxRxPackageSpecData {
        pulseOrder = List.copyOf(pulseOrder);
    }
}
