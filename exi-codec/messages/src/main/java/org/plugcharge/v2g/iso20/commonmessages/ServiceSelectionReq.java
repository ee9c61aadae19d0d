package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/** Chooses the energy transfer service and value added services, each with one parameter set. */
@GlobalElement("ServiceSelectionReq")
public record ServiceSelectionReq(
        MessageHeader header,
        @Wire("SelectedEnergyTransferService") SelectedService selectedEnergyTransferService,
        @Wire("SelectedVASList") @Nullable SelectedServiceList selectedVasList)
        implements CommonRequest {}
