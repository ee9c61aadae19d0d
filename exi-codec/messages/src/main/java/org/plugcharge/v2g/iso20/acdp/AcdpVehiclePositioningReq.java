package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * The car says whether it moves and whether it helps to bring it into position; repeated while
 * {@link AcdpVehiclePositioningRes} says Ongoing.
 */
@GlobalElement("ACDP_VehiclePositioningReq")
public record AcdpVehiclePositioningReq(
        MessageHeader header,
        @Wire("EVMobilityStatus") boolean evMobile,
        @Wire("EVPositioningSupport") boolean evPositioningSupport)
        implements AcdpRequest {}
