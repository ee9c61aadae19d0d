package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** Status of a car; the standard has one kind. */
@SubstitutionGroup("EVStatus")
@Namespace(Iso2Namespaces.DATA_TYPES)
public sealed interface EvStatus permits DcEvStatus {}
