package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The power the car will draw over time from {@code timeAnchor} (seconds since 1970, UTC); in
 * PowerDeliveryReq.
 */
@ComplexType("EVPowerProfileType")
public record EvPowerProfile(
        @Wire(value = "TimeAnchor", xs = Xs.UNSIGNED_LONG) long timeAnchor,
        EvpptControlMode controlMode,
        @Wire("EVPowerProfileEntries") EvPowerProfileEntryList entries) {}
