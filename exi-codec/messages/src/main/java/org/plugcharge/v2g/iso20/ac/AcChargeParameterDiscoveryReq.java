package org.plugcharge.v2g.iso20.ac;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/** Tells the car's limits before the schedule is made. */
@GlobalElement("AC_ChargeParameterDiscoveryReq")
public record AcChargeParameterDiscoveryReq(
        MessageHeader header,
        @Wire(value = "AC_CPDReqEnergyTransferMode", ref = true)
                AcReqEnergyTransferMode energyTransferMode)
        implements AcRequest {}
