package org.plugcharge.v2g.iso20.dc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.ChargeLoopReq;
import org.plugcharge.v2g.iso20.DisplayParameters;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * Sent again and again while DC flows: the voltage at the car (V), and what it asks for in its
 * control mode.
 */
@GlobalElement("DC_ChargeLoopReq")
public record DcChargeLoopReq(
        MessageHeader header,
        @Nullable DisplayParameters displayParameters,
        boolean meterInfoRequested,
        @Wire("EVPresentVoltage") RationalNumber presentVoltage,
        @Wire(value = "CLReqControlMode", ref = true) DcClReqControlMode controlMode)
        implements DcRequest, ChargeLoopReq {}
