package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/** A service of the station, and whether it is free of charge; listed in {@link ServiceTagList}. */
@ComplexType("ServiceType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record Service(@Wire("ServiceTag") ServiceTag tag, @Wire("FreeService") boolean free) {}
