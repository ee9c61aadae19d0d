package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The services a station offers besides charging, one or more. */
@ComplexType("ServiceTagListType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record ServiceTagList(
        @Wire("Service") @Occurs(max = Occurs.UNBOUNDED) List<Service> services) {

    public ServiceTagList {
        services = List.copyOf(services);
    }
}
