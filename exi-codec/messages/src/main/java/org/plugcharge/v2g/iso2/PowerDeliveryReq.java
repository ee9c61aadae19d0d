package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Starts, stops or renegotiates the flow of energy under the chosen schedule (id 1 to 255).
 *
 * <p>The car waits 5 s for the answer. A station takes a DC start without charging profile; a car
 * sends one.
 */
@GlobalElement("PowerDeliveryReq")
public record PowerDeliveryReq(
        @Wire("ChargeProgress") ChargeProgress progress,
        @Wire(value = "SAScheduleTupleID", xs = Xs.UNSIGNED_BYTE) @Range(min = 1, max = 255)
                int scheduleTupleId,
        @Wire("ChargingProfile") @Nullable ChargingProfile chargingProfile,
        @Wire(value = "EVPowerDeliveryParameter", ref = true)
                @Nullable EvPowerDeliveryParameter parameter)
        implements Iso2Request {}
