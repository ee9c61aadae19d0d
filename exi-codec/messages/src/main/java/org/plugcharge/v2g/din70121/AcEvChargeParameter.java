package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Limits of an AC car: departure in seconds from now, energy wanted (Wh), voltage (V), currents
 * (A).
 */
@GlobalElement("AC_EVChargeParameter")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record AcEvChargeParameter(
        @Wire(value = "DepartureTime", xs = Xs.UNSIGNED_INT) long departureTime,
        @Wire("EAmount") PhysicalValue energyAmount,
        @Wire("EVMaxVoltage") PhysicalValue maxVoltage,
        @Wire("EVMaxCurrent") PhysicalValue maxCurrent,
        @Wire("EVMinCurrent") PhysicalValue minCurrent)
        implements EvChargeParameter {}
