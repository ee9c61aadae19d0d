package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** The choice of a service and one of its parameter sets, by number. */
@ComplexType("SelectedServiceType")
public record SelectedService(
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire(value = "ParameterSetID", xs = Xs.UNSIGNED_SHORT) int parameterSetId) {}
