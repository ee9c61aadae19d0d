package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/**
 * Limits of a DC station: currents (A), power (W), voltages (V), ripple and tolerance (A), energy
 * on offer (Wh).
 */
@GlobalElement("DC_EVSEChargeParameter")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record DcEvseChargeParameter(
        @Wire("DC_EVSEStatus") DcEvseStatus evseStatus,
        @Wire("EVSEMaximumCurrentLimit") PhysicalValue maximumCurrentLimit,
        @Wire("EVSEMaximumPowerLimit") @Nullable PhysicalValue maximumPowerLimit,
        @Wire("EVSEMaximumVoltageLimit") PhysicalValue maximumVoltageLimit,
        @Wire("EVSEMinimumCurrentLimit") PhysicalValue minimumCurrentLimit,
        @Wire("EVSEMinimumVoltageLimit") PhysicalValue minimumVoltageLimit,
        @Wire("EVSECurrentRegulationTolerance") @Nullable PhysicalValue currentRegulationTolerance,
        @Wire("EVSEPeakCurrentRipple") PhysicalValue peakCurrentRipple,
        @Wire("EVSEEnergyToBeDelivered") @Nullable PhysicalValue energyToBeDelivered)
        implements EvseChargeParameter {}
