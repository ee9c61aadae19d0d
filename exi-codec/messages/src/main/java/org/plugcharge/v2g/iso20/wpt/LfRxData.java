package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** What one receiver, by its number (from 1), has heard. */
@ComplexType("WPT_LF_RxDataType")
public record LfRxData(
        @Wire(value = "RxIdentifier", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L)
                long rxIdentifier,
        @Wire("RSSIData") LfRxRssiList rssi) {}
