package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** What a station says of its limits, AC or DC. */
@SubstitutionGroup("EVSEChargeParameter")
@Namespace(Iso2Namespaces.DATA_TYPES)
public sealed interface EvseChargeParameter permits AcEvseChargeParameter, DcEvseChargeParameter {}
