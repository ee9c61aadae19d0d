package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.ChargeLoopReq;
import org.plugcharge.v2g.iso20.DisplayParameters;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.RationalNumber;

import java.util.List;

/**
 * Asks for power (W) and reports the power put out by the car's device; the message of the WPT
 * loop.
 */
@GlobalElement("WPT_ChargeLoopReq")
public record WptChargeLoopReq(
        MessageHeader header,
        @Nullable DisplayParameters displayParameters,
        boolean meterInfoRequested,
        @Wire("EVPCPowerRequest") RationalNumber powerRequest,
        @Wire("EVPCPowerOutput") RationalNumber powerOutput,
        @Wire("EVPCChargeDiagnostics") EvpcChargeDiagnostics diagnostics,
        @Wire("EVPCOperatingFrequency") @Nullable RationalNumber operatingFrequency,
        @Wire("EVPCPowerControlParameter") @Nullable EvpcPowerControlParameter powerControl,
        @Wire("ManufacturerSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> manufacturerData)
        implements WptRequest, ChargeLoopReq {

    public WptChargeLoopReq {
        manufacturerData = List.copyOf(manufacturerData);
    }
}
