package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to 255 parameter sets of a service. */
@ComplexType("ServiceParameterListType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record ServiceParameterList(
        @Wire("ParameterSet") @Occurs(max = 255) List<ParameterSet> parameterSets) {

    public ServiceParameterList {
        parameterSets = List.copyOf(parameterSets);
    }
}
