package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** A numbered set of one or more parameters. */
@ComplexType("ParameterSetType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record ParameterSet(
        @Wire("ParameterSetID") @Range(min = -32768, max = 32767) int parameterSetId,
        @Wire("Parameter") @Occurs(max = Occurs.UNBOUNDED) List<Parameter> parameters) {

    public ParameterSet {
        parameters = List.copyOf(parameters);
    }
}
