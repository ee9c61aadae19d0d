package org.plugcharge.v2g.iso20.ac;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/** Answers AC_ChargeParameterDiscoveryReq with the station's limits. */
@GlobalElement("AC_ChargeParameterDiscoveryRes")
public record AcChargeParameterDiscoveryRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire(value = "AC_CPDResEnergyTransferMode", ref = true)
                AcResEnergyTransferMode energyTransferMode)
        implements AcResponse {}
