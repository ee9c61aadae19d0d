package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/** Answers VehicleCheckInReq with where to park. */
@GlobalElement("VehicleCheckInRes")
public record VehicleCheckInRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("ParkingSpace") @Range(min = -32768, max = 32767) @Nullable Integer parkingSpace,
        @Wire("DeviceLocation") @Range(min = -32768, max = 32767) @Nullable Integer deviceLocation,
        @Wire("TargetDistance") @Range(min = -32768, max = 32767) @Nullable Integer targetDistance)
        implements CommonResponse {}
