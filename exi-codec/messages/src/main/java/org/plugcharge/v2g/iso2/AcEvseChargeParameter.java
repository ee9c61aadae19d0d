package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/** Limits of an AC station: nominal voltage (V) and largest current (A). */
@GlobalElement("AC_EVSEChargeParameter")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record AcEvseChargeParameter(
        @Wire("AC_EVSEStatus") AcEvseStatus evseStatus,
        @Wire("EVSENominalVoltage") PhysicalValue nominalVoltage,
        @Wire("EVSEMaxCurrent") PhysicalValue maxCurrent)
        implements EvseChargeParameter {}
