package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * Starts the flow of energy ({@code ready} is true) or ends it, with the power the car means to
 * draw over time.
 */
@GlobalElement("PowerDeliveryReq")
public record PowerDeliveryReq(
        @Wire("ReadyToChargeState") boolean ready,
        @Wire("ChargingProfile") @Nullable ChargingProfile chargingProfile,
        @Wire(value = "EVPowerDeliveryParameter", ref = true)
                @Nullable EvPowerDeliveryParameter parameter)
        implements Din70121Request {}
