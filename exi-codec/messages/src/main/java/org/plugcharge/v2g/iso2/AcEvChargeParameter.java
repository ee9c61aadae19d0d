package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Limits of an AC car: energy wanted (Wh), voltage (V), currents (A); departure in seconds from
 * now.
 */
@GlobalElement("AC_EVChargeParameter")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record AcEvChargeParameter(
        @Wire(value = "DepartureTime", xs = Xs.UNSIGNED_INT) @Nullable Long departureTime,
        @Wire("EAmount") PhysicalValue energyAmount,
        @Wire("EVMaxVoltage") PhysicalValue maxVoltage,
        @Wire("EVMaxCurrent") PhysicalValue maxCurrent,
        @Wire("EVMinCurrent") PhysicalValue minCurrent)
        implements EvChargeParameter {}
