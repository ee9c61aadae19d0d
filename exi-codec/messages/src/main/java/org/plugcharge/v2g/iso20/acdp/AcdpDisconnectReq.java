package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * The car asks that the device be disconnected; repeated while {@link AcdpDisconnectRes} says
 * Ongoing. The schema gives it the type of {@link AcdpConnectReq}.
 */
@GlobalElement("ACDP_DisconnectReq")
@ComplexType("ACDP_ConnectReqType")
public record AcdpDisconnectReq(
        MessageHeader header,
        @Wire("EVElectricalChargingDeviceStatus") ElectricalChargingDeviceStatus evDeviceStatus)
        implements AcdpRequest {}
