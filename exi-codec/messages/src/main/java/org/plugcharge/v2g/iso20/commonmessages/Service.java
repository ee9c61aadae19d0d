package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** A service by its number, and whether it is free of charge. */
@ComplexType("ServiceType")
public record Service(
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire("FreeService") boolean freeService) {}
