package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** Schedules a station offers; the standard has one kind. */
@SubstitutionGroup("SASchedules")
@Namespace(Din70121Namespaces.DATA_TYPES)
public sealed interface SaSchedules permits SaScheduleList {}
