package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.ResponseCode;

/**
 * How far the device has got away, electrically and mechanically. The schema gives it the type of
 * {@link AcdpConnectRes}.
 */
@GlobalElement("ACDP_DisconnectRes")
@ComplexType("ACDP_ConnectResType")
public record AcdpDisconnectRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEProcessing") Processing processing,
        @Wire("EVSEElectricalChargingDeviceStatus")
                ElectricalChargingDeviceStatus electricalDeviceStatus,
        @Wire("EVSEMechanicalChargingDeviceStatus")
                MechanicalChargingDeviceStatus mechanicalDeviceStatus)
        implements AcdpResponse {}
