package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * Curves of voltage and time at which the inverter has to disconnect, to cease for a moment, or may
 * disconnect.
 */
@ComplexType("VoltageTripType")
public record VoltageTrip(
        @Wire("OverVoltageMustTripCurve") DerCurve overVoltageMustTripCurve,
        @Wire("UnderVoltageMustTripCurve") DerCurve underVoltageMustTripCurve,
        @Wire("OverVoltageMomentaryCessationTripCurve")
                @Nullable DerCurve overVoltageMomentaryCessationTripCurve,
        @Wire("UnderVoltageMomentaryCessationTripCurve")
                @Nullable DerCurve underVoltageMomentaryCessationTripCurve,
        @Wire("OverVoltageMayTripCurve") @Nullable DerCurve overVoltageMayTripCurve,
        @Wire("UnderVoltageMayTripCurve") @Nullable DerCurve underVoltageMayTripCurve) {}
