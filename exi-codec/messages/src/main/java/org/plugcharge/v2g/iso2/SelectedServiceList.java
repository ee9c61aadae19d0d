package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to sixteen services taken. */
@ComplexType("SelectedServiceListType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record SelectedServiceList(
        @Wire("SelectedService") @Occurs(max = 16) List<SelectedService> services) {

    public SelectedServiceList {
        services = List.copyOf(services);
    }
}
