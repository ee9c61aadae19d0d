package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** What a car adds to a power delivery request; the standard has one kind. */
@SubstitutionGroup("EVPowerDeliveryParameter")
@Namespace(Din70121Namespaces.DATA_TYPES)
public sealed interface EvPowerDeliveryParameter permits DcEvPowerDeliveryParameter {}
