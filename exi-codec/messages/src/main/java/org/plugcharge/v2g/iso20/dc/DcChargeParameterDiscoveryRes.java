package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/** Answers DC_ChargeParameterDiscoveryReq with the station's limits. */
@GlobalElement("DC_ChargeParameterDiscoveryRes")
public record DcChargeParameterDiscoveryRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire(value = "DC_CPDResEnergyTransferMode", ref = true)
                DcResEnergyTransferMode energyTransferMode)
        implements DcResponse {}
