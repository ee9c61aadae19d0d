package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * Tells that the car leaves its parking space, at {@code checkOutTime} (seconds since 1970, UTC).
 */
@GlobalElement("VehicleCheckOutReq")
public record VehicleCheckOutReq(
        MessageHeader header,
        @Wire("EVCheckOutStatus") EvCheckOutStatus checkOutStatus,
        @Wire(value = "CheckOutTime", xs = Xs.UNSIGNED_LONG) long checkOutTime)
        implements CommonRequest {}
