package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.ResponseCode;

/** How far the connection of the device has got, electrically and mechanically. */
@GlobalElement("ACDP_ConnectRes")
public record AcdpConnectRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEProcessing") Processing processing,
        @Wire("EVSEElectricalChargingDeviceStatus")
                ElectricalChargingDeviceStatus electricalDeviceStatus,
        @Wire("EVSEMechanicalChargingDeviceStatus")
                MechanicalChargingDeviceStatus mechanicalDeviceStatus)
        implements AcdpResponse {}
