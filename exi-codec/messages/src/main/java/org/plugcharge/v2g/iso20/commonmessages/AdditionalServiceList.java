package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** Services besides energy that a price schedule charges for, at most five. */
@ComplexType("AdditionalServiceListType")
public record AdditionalServiceList(
        @Wire("AdditionalService") @Occurs(max = 5) List<AdditionalService> additionalServices) {

    public AdditionalServiceList {
        additionalServices = List.copyOf(additionalServices);
    }
}
