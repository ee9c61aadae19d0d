package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** A service taken and, where it has some, the parameter set. */
@ComplexType("SelectedServiceType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record SelectedService(
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire("ParameterSetID") @Range(min = -32768, max = 32767)
                @Nullable Integer parameterSetId) {}
