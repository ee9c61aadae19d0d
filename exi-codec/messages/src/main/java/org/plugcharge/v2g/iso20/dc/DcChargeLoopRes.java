package org.plugcharge.v2g.iso20.dc;

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
 * Answers DC_ChargeLoopReq: current (A) and voltage (V) at the outlet, which limit is reached, and
 * the limits by control mode.
 */
@GlobalElement("DC_ChargeLoopRes")
public record DcChargeLoopRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Nullable EvseStatus evseStatus,
        @Nullable MeterInfo meterInfo,
        @Nullable Receipt receipt,
        @Wire("EVSEPresentCurrent") RationalNumber presentCurrent,
        @Wire("EVSEPresentVoltage") RationalNumber presentVoltage,
        @Wire("EVSEPowerLimitAchieved") boolean powerLimitAchieved,
        @Wire("EVSECurrentLimitAchieved") boolean currentLimitAchieved,
        @Wire("EVSEVoltageLimitAchieved") boolean voltageLimitAchieved,
        @Wire(value = "CLResControlMode", ref = true) DcClResControlMode controlMode)
        implements DcResponse, ChargeLoopRes {}
