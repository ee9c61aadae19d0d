package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * The car asks that the device be connected, and says what it sees of it electrically; repeated
 * while {@link AcdpConnectRes} says Ongoing.
 */
@GlobalElement("ACDP_ConnectReq")
public record AcdpConnectReq(
        MessageHeader header,
        @Wire("EVElectricalChargingDeviceStatus") ElectricalChargingDeviceStatus evDeviceStatus)
        implements AcdpRequest {}
