package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * The demands of {@link DerControlCpdRes} as they come again while energy flows: only entry into
 * service has to be there; part of the DER control modes in AC_ChargeLoopRes.
 */
@ComplexType("DERControlCLResType")
public record DerControlClRes(
        @Wire("VoltageTrip") @Nullable VoltageTrip voltageTrip,
        @Wire("FrequencyTrip") @Nullable FrequencyTrip frequencyTrip,
        @Wire("EnterServiceCLRes") EnterServiceClRes enterServiceClRes,
        @Wire("ReactivePowerSupportCLRes")
                @Nullable ReactivePowerSupportClRes reactivePowerSupportClRes,
        @Wire("ActivePowerSupportCLRes")
                @Nullable ActivePowerSupportClRes activePowerSupportClRes) {}
