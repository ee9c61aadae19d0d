package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** Services offered, at most 8; in ServiceDiscoveryRes. */
@ComplexType("ServiceListType")
public record ServiceList(@Wire("Service") @Occurs(max = 8) List<Service> services) {

    public ServiceList {
        services = List.copyOf(services);
    }
}
