package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

/**
 * Limits of a DC car: current (A), power (W), voltage (V), energy (Wh), state of charge (percent).
 */
@GlobalElement("DC_EVChargeParameter")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record DcEvChargeParameter(
        @Wire("DC_EVStatus") DcEvStatus evStatus,
        @Wire("EVMaximumCurrentLimit") PhysicalValue maximumCurrentLimit,
        @Wire("EVMaximumPowerLimit") @Nullable PhysicalValue maximumPowerLimit,
        @Wire("EVMaximumVoltageLimit") PhysicalValue maximumVoltageLimit,
        @Wire("EVEnergyCapacity") @Nullable PhysicalValue energyCapacity,
        @Wire("EVEnergyRequest") @Nullable PhysicalValue energyRequest,
        @Wire("FullSOC") @Range(min = 0, max = 100) @Nullable Integer fullSoc,
        @Wire("BulkSOC") @Range(min = 0, max = 100) @Nullable Integer bulkSoc)
        implements EvChargeParameter {}
