package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * What the grid operator demands of the inverter: behaviour at too high and too low voltage,
 * support by reactive and active power, and the most direct current it may inject (A); the station
 * hands it on in {@code DER_AC_CPDResEnergyTransferMode}.
 */
@ComplexType("DERControlType")
public record DerControl(
        @Wire("OvervoltageFaultRideThrough") @Nullable FaultRideThrough overvoltageFaultRideThrough,
        @Wire("UndervoltageFaultRideThrough")
                @Nullable FaultRideThrough undervoltageFaultRideThrough,
        @Wire("ZeroCurrent") @Nullable ZeroCurrent zeroCurrent,
        @Wire("ReactivePowerSupport") @Nullable ReactivePowerSupport reactivePowerSupport,
        @Wire("ActivePowerSupport") @Nullable ActivePowerSupport activePowerSupport,
        @Wire("MaximumLevelDCInjection") @Nullable RationalNumber maximumLevelDcInjection) {}
