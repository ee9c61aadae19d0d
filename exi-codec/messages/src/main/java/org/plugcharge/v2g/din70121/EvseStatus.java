package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** Status of a station, AC or DC. */
@SubstitutionGroup("EVSEStatus")
@Namespace(Din70121Namespaces.DATA_TYPES)
public sealed interface EvseStatus permits AcEvseStatus, DcEvseStatus {}
