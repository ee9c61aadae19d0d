package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/** How strongly (RSSI) a receiver has heard one transmitter, by its number (from 1). */
@ComplexType("WPT_LF_RxRSSIType")
public record LfRxRssi(
        @Wire(value = "TxIdentifier", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L)
                long txIdentifier,
        @Wire("RSSI") RationalNumber rssi) {}
