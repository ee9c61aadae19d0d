package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** One antenna of a low-frequency system: its number (from 1), where it sits and how it points. */
@ComplexType("WPT_TxRxSpecDataType")
public record TxRxSpecData(
        @Wire(value = "TxRxIdentifier", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L)
                long identifier,
        @Wire("TxRxPosition") CoordinateXyz position,
        @Wire("TxRxOrientation") CoordinateXyz orientation) {}
