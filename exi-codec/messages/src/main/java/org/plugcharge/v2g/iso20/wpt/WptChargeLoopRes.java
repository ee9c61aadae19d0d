package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.ChargeLoopRes;
import org.plugcharge.v2g.iso20.EvseStatus;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.MeterInfo;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.Receipt;
import org.plugcharge.v2g.iso20.ResponseCode;

import java.util.List;

/**
 * What the supply device does in the WPT loop: the power asked for, its input power and the limits
 * of its output (W), and what it has noticed.
 */
@GlobalElement("WPT_ChargeLoopRes")
public record WptChargeLoopRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Nullable EvseStatus evseStatus,
        @Nullable MeterInfo meterInfo,
        @Nullable Receipt receipt,
        @Wire("EVPCPowerRequest") RationalNumber powerRequest,
        @Wire("SDPowerInput") @Nullable RationalNumber powerInput,
        @Wire("SPCMaxOutputPowerLimit") RationalNumber maxOutputPowerLimit,
        @Wire("SPCMinOutputPowerLimit") RationalNumber minOutputPowerLimit,
        @Wire("SPCChargeDiagnostics") SpcChargeDiagnostics diagnostics,
        @Wire("SPCOperatingFrequency") @Nullable RationalNumber operatingFrequency,
        @Wire("SPCPowerControlParameter") @Nullable SpcPowerControlParameter powerControl,
        @Wire("ManufacturerSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> manufacturerData)
        implements WptResponse, ChargeLoopRes {

    public WptChargeLoopRes {
        manufacturerData = List.copyOf(manufacturerData);
    }
}
