package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/** Tells the car's limits before the schedule is made. */
@GlobalElement("DC_ChargeParameterDiscoveryReq")
public record DcChargeParameterDiscoveryReq(
        MessageHeader header,
        @Wire(value = "DC_CPDReqEnergyTransferMode", ref = true)
                DcReqEnergyTransferMode energyTransferMode)
        implements DcRequest {}
