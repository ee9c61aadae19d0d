package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** A value-added service the station offers; ids: 2 certificate, 3 Internet, 4 use case. */
@ComplexType("ServiceType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record Service(
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire("ServiceName") @Length(max = 32) @Nullable String name,
        @Wire("ServiceCategory") ServiceCategory category,
        @Wire("ServiceScope") @Length(max = 64) @Nullable String scope,
        @Wire("FreeService") boolean free) {}
