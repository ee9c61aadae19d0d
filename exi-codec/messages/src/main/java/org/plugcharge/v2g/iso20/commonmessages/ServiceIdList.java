package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/** Numbers of services, at most 16; in ServiceDiscoveryReq. */
@ComplexType("ServiceIDListType")
public record ServiceIdList(
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) @Occurs(max = 16)
                List<Integer> serviceIds) {

    public ServiceIdList {
        serviceIds = List.copyOf(serviceIds);
    }
}
