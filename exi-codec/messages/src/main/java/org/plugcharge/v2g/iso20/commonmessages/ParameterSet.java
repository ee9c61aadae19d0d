package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** A numbered set of parameters, at most 32, of a service. */
@ComplexType("ParameterSetType")
public record ParameterSet(
        @Wire(value = "ParameterSetID", xs = Xs.UNSIGNED_SHORT) int parameterSetId,
        @Wire("Parameter") @Occurs(max = 32) List<Parameter> parameters) {

    public ParameterSet {
        parameters = List.copyOf(parameters);
    }
}
