package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.ChargeLoopReq;
import org.plugcharge.v2g.iso20.DisplayParameters;
import org.plugcharge.v2g.iso20.MessageHeader;

/** Sent again and again while AC flows: what the car draws now and how far it can go. */
@GlobalElement("AC_ChargeLoopReq")
public record AcChargeLoopReq(
        MessageHeader header,
        @Nullable DisplayParameters displayParameters,
        boolean meterInfoRequested,
        @Wire(value = "CLReqControlMode", ref = true) AcClReqControlMode controlMode)
        implements AcRequest, ChargeLoopReq {}
