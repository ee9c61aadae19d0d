package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * Energy the car offers to feed back: how much power when, and at what price; in
 * ScheduleExchangeReq.
 */
@ComplexType("EVEnergyOfferType")
public record EvEnergyOffer(
        @Wire("EVPowerSchedule") EvPowerSchedule powerSchedule,
        @Wire("EVAbsolutePriceSchedule") EvAbsolutePriceSchedule absolutePriceSchedule) {}
