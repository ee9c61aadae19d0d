package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** What a car says of its limits, AC or DC. */
@SubstitutionGroup("EVChargeParameter")
@Namespace(Din70121Namespaces.DATA_TYPES)
public sealed interface EvChargeParameter permits AcEvChargeParameter, DcEvChargeParameter {}
