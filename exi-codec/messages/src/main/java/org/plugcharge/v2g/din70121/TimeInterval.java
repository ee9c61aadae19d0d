package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;

/** A stretch of time in a schedule; the standard has one kind. */
@SubstitutionGroup(value = "TimeInterval", type = "IntervalType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public sealed interface TimeInterval permits RelativeTimeInterval {}
