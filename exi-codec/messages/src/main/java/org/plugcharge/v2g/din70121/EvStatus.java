package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** Status of a car; the standard has one kind. */
@SubstitutionGroup("EVStatus")
@Namespace(Din70121Namespaces.DATA_TYPES)
public sealed interface EvStatus permits DcEvStatus {}
