package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** What a car says of its limits, AC or DC. */
@SubstitutionGroup("EVChargeParameter")
@Namespace(Iso2Namespaces.DATA_TYPES)
public sealed interface EvChargeParameter permits AcEvChargeParameter, DcEvChargeParameter {

    /** Departure in seconds from now. */
    @Wire(value = "DepartureTime", xs = Xs.UNSIGNED_INT)
    @Nullable Long departureTime();
}
