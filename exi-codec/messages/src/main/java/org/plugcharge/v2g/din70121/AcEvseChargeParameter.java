package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/** Limits of an AC station: voltage (V), largest and smallest current (A). */
@GlobalElement("AC_EVSEChargeParameter")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record AcEvseChargeParameter(
        @Wire("AC_EVSEStatus") AcEvseStatus evseStatus,
        @Wire("EVSEMaxVoltage") PhysicalValue maxVoltage,
        @Wire("EVSEMaxCurrent") PhysicalValue maxCurrent,
        @Wire("EVSEMinCurrent") PhysicalValue minCurrent)
        implements EvseChargeParameter {}
