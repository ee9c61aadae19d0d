package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** What a car adds to a power delivery request; the standard has one kind. */
@SubstitutionGroup("EVPowerDeliveryParameter")
@Namespace(Iso2Namespaces.DATA_TYPES)
public sealed interface EvPowerDeliveryParameter permits DcEvPowerDeliveryParameter {}
