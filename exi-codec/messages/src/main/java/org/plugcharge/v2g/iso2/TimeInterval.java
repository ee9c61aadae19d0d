package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** A stretch of time in a schedule; the standard has one kind. */
@SubstitutionGroup(value = "TimeInterval", type = "IntervalType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public sealed interface TimeInterval permits RelativeTimeInterval {}
