package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** Schedules a station offers; the standard has one kind. */
@SubstitutionGroup("SASchedules")
@Namespace(Iso2Namespaces.DATA_TYPES)
public sealed interface SaSchedules permits SaScheduleList {}
