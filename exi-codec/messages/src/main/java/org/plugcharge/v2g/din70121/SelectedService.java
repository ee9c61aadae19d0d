package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** A service the car takes, perhaps with a parameter set of {@link ServiceDetailRes}. */
@ComplexType("SelectedServiceType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record SelectedService(
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire("ParameterSetID") @Range(min = -32768, max = 32767)
                @Nullable Integer parameterSetId) {}
