package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The parameter sets of a service, at most 32; in ServiceDetailRes. */
@ComplexType("ServiceParameterListType")
public record ServiceParameterList(
        @Wire("ParameterSet") @Occurs(max = 32) List<ParameterSet> parameterSets) {

    public ServiceParameterList {
        parameterSets = List.copyOf(parameterSets);
    }
}
