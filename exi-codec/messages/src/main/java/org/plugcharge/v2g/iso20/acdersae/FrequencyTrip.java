package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/** Curves of frequency and time at which the inverter has to disconnect or may do so. */
@ComplexType("FrequencyTripType")
public record FrequencyTrip(
        @Wire("OverFrequencyMustTripCurve") DerCurve overFrequencyMustTripCurve,
        @Wire("UnderFrequencyMustTripCurve") DerCurve underFrequencyMustTripCurve,
        @Wire("OverFrequencyMayTripCurve") @Nullable DerCurve overFrequencyMayTripCurve,
        @Wire("UnderFrequencyMayTripCurve") @Nullable DerCurve underFrequencyMayTripCurve) {}
