package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.ResponseCode;

import java.util.List;

/**
 * Limits of the supply device: power class, output power (W), ground clearances it supports, and
 * coil current (A).
 */
@GlobalElement("WPT_ChargeParameterDiscoveryRes")
public record WptChargeParameterDiscoveryRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("PDInputPowerClass") PowerClass inputPowerClass,
        @Wire("SDMinOutputPower") RationalNumber minOutputPower,
        @Wire("SDMaxOutputPower") RationalNumber maxOutputPower,
        @Wire(value = "SDMaxGroundClearanceSupport", xs = Xs.UNSIGNED_SHORT) int maxGroundClearance,
        @Wire(value = "SDMinGroundClearanceSupport", xs = Xs.UNSIGNED_SHORT) int minGroundClearance,
        @Wire("PDMinCoilCurrent") RationalNumber minCoilCurrent,
        @Wire("PDMaxCoilCurrent") RationalNumber maxCoilCurrent,
        @Wire("SDManufacturerSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> manufacturerData)
        implements WptResponse {

    public WptChargeParameterDiscoveryRes {
        manufacturerData = List.copyOf(manufacturerData);
    }
}
