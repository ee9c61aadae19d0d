package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** The parameter sets of the service that {@link ServiceDetailReq} asked for. */
@GlobalElement("ServiceDetailRes")
public record ServiceDetailRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire("ServiceParameterList") @Nullable ServiceParameterList parameters)
        implements Din70121Response {}
