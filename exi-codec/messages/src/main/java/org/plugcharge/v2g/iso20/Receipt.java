package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/**
 * What the session has cost since {@code timeAnchor} (seconds since 1970, UTC); in charge loop
 * responses and in SignedMeteringData.
 */
@ComplexType("ReceiptType")
public record Receipt(
        @Wire(value = "TimeAnchor", xs = Xs.UNSIGNED_LONG) long timeAnchor,
        @Wire("EnergyCosts") @Nullable DetailedCost energyCosts,
        @Wire("OccupancyCosts") @Nullable DetailedCost occupancyCosts,
        @Wire("AdditionalServicesCosts") @Nullable DetailedCost additionalServicesCosts,
        @Wire("OverstayCosts") @Nullable DetailedCost overstayCosts,
        @Wire("TaxCosts") @Occurs(min = 0, max = 10) List<DetailedTax> taxCosts) {

    public Receipt {
        taxCosts = List.copyOf(taxCosts);
    }
}
