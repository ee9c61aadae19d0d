package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.RationalNumber;

import java.util.List;

/**
 * Limits of the car's device: receivable power (W), ground clearance, natural frequency, and
 * whether it controls the power itself; sent once before the schedule is agreed.
 */
@GlobalElement("WPT_ChargeParameterDiscoveryReq")
public record WptChargeParameterDiscoveryReq(
        MessageHeader header,
        @Wire("EVPCMaxReceivablePower") RationalNumber maxReceivablePower,
        @Wire(value = "SDMaxGroundClearence", xs = Xs.UNSIGNED_SHORT) int maxGroundClearance,
        @Wire(value = "SDMinGroundClearence", xs = Xs.UNSIGNED_SHORT) int minGroundClearance,
        @Wire("EVPCNaturalFrequency") RationalNumber naturalFrequency,
        @Wire("EVPCDeviceLocalControl") boolean deviceLocalControl,
        @Wire("VendorSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> vendorData)
        implements WptRequest {

    public WptChargeParameterDiscoveryReq {
        vendorData = List.copyOf(vendorData);
    }
}
