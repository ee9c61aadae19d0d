package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.RationalNumber;

/** Asks for the battery's voltage (V) at the outlet, repeated until the station has it. */
@GlobalElement("DC_PreChargeReq")
public record DcPreChargeReq(
        MessageHeader header,
        @Wire("EVProcessing") Processing processing,
        @Wire("EVPresentVoltage") RationalNumber presentVoltage,
        @Wire("EVTargetVoltage") RationalNumber targetVoltage)
        implements DcRequest {}
