package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.ResponseCode;

/**
 * Where the car stands beside its charge position and how large the window is in which the device
 * can reach it, in the directions X and Y; 16 bits with sign each.
 */
@GlobalElement("ACDP_VehiclePositioningRes")
public record AcdpVehiclePositioningRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEProcessing") Processing processing,
        @Wire("EVSEPositioningSupport") boolean evsePositioningSupport,
        @Wire("EVRelativeXDeviation") @Range(min = -32768, max = 32767) int xDeviation,
        @Wire("EVRelativeYDeviation") @Range(min = -32768, max = 32767) int yDeviation,
        @Wire("ContactWindowXc") @Range(min = -32768, max = 32767) int contactWindowX,
        @Wire("ContactWindowYc") @Range(min = -32768, max = 32767) int contactWindowY,
        @Wire("EVInChargePosition") boolean evInChargePosition)
        implements AcdpResponse {}
