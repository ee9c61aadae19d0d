package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The parameter sets of a service, one or more. */
@ComplexType("ServiceParameterListType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record ServiceParameterList(
        @Wire("ParameterSet") @Occurs(max = Occurs.UNBOUNDED) List<ParameterSet> parameterSets) {

    public ServiceParameterList {
        parameterSets = List.copyOf(parameterSets);
    }
}
