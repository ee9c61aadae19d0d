package org.plugcharge.v2g.iso20.ac;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.ChargeLoopRes;
import org.plugcharge.v2g.iso20.EvseStatus;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.MeterInfo;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.Receipt;
import org.plugcharge.v2g.iso20.ResponseCode;

/**
 * Answers AC_ChargeLoopReq: what the station wants the car to draw; the target frequency is in Hz,
 * for cars that feed back.
 */
@GlobalElement("AC_ChargeLoopRes")
public record AcChargeLoopRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Nullable EvseStatus evseStatus,
        @Nullable MeterInfo meterInfo,
        @Nullable Receipt receipt,
        @Wire("EVSETargetFrequency") @Nullable RationalNumber targetFrequency,
        @Wire(value = "CLResControlMode", ref = true) AcClResControlMode controlMode)
        implements AcResponse, ChargeLoopRes {}
