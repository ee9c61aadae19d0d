package org.plugcharge.v2g.iso2;

import java.util.List;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

/** One to sixteen services taken. */
@ComplexType("SelectedServiceListType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record SelectedServiceList(
        @Wire("SelectedService") @Occurs(max = 16) List<SelectedService> services) {

    public SelectedServiceList {
        services = List.copyOf(services);
    }
}
