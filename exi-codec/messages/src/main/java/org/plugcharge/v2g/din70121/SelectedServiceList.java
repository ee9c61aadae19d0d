package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The services the car takes, one or more. */
@ComplexType("SelectedServiceListType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record SelectedServiceList(
        @Wire("SelectedService") @Occurs(max = Occurs.UNBOUNDED) List<SelectedService> services) {

    public SelectedServiceList {
        services = List.copyOf(services);
    }
}
