package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/**
 * What the grid operator demands of the inverter before it may work: trip curves, entry into
 * service, support by reactive and active power; part of {@code DER_AC_CPDResEnergyTransferMode}.
 */
@ComplexType("DERControlCPDResType")
public record DerControlCpdRes(
        @Wire("VoltageTrip") VoltageTrip voltageTrip,
        @Wire("FrequencyTrip") FrequencyTrip frequencyTrip,
        @Wire("EnterServiceCPDRes") EnterServiceCpdRes enterServiceCpdRes,
        @Wire("ReactivePowerSupportCPDRes") ReactivePowerSupportCpdRes reactivePowerSupportCpdRes,
        @Wire("ActivePowerSupportCPDRes") ActivePowerSupportCpdRes activePowerSupportCpdRes) {}
