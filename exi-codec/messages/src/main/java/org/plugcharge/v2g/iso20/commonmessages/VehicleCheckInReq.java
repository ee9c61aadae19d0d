package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * Tells how the car comes to its parking space, for automatic connection; offsets as the schema
 * gives them, 16 bits.
 */
@GlobalElement("VehicleCheckInReq")
public record VehicleCheckInReq(
        MessageHeader header,
        @Wire("EVCheckInStatus") EvCheckInStatus checkInStatus,
        @Wire("ParkingMethod") ParkingMethod parkingMethod,
        @Wire("VehicleFrame") @Range(min = -32768, max = 32767) @Nullable Integer vehicleFrame,
        @Wire("DeviceOffset") @Range(min = -32768, max = 32767) @Nullable Integer deviceOffset,
        @Wire("VehicleTravel") @Range(min = -32768, max = 32767) @Nullable Integer vehicleTravel)
        implements CommonRequest {}
