package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The parameter sets of the service asked for; {@code FAILED_ServiceIDInvalid} for an unknown one
 * [V2G2-464].
 */
@GlobalElement("ServiceDetailRes")
public record ServiceDetailRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire("ServiceParameterList") @Nullable ServiceParameterList parameters)
        implements Iso2Response {}
