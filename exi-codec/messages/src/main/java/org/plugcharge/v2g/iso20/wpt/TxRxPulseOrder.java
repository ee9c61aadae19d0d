package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** A transmitter's place in the order of pulses. */
@ComplexType("WPT_TxRxPulseOrderType")
public record TxRxPulseOrder(
        @Wire(value = "IndexNumber", xs = Xs.UNSIGNED_SHORT) int index,
        @Wire(value = "TxRxIdentifier", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L)
                long identifier) {}
