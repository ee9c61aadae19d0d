package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The value added services chosen, at most 16; in ServiceSelectionReq. */
@ComplexType("SelectedServiceListType")
public record SelectedServiceList(
        @Wire("SelectedService") @Occurs(max = 16) List<SelectedService> selectedServices) {

    public SelectedServiceList {
        selectedServices = List.copyOf(selectedServices);
    }
}
