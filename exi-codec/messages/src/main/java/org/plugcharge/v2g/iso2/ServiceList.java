package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to eight value-added services. */
@ComplexType("ServiceListType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record ServiceList(@Wire("Service") @Occurs(max = 8) List<Service> services) {

    public ServiceList {
        services = List.copyOf(services);
    }
}
