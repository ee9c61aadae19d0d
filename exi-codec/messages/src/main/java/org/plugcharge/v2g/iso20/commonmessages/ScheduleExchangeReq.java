package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * Asks for schedules: how many entries the car can take, and its needs in the control mode of the
 * session.
 */
@GlobalElement("ScheduleExchangeReq")
public record ScheduleExchangeReq(
        MessageHeader header,
        @Wire(value = "MaximumSupportingPoints", xs = Xs.UNSIGNED_SHORT)
                @Range(min = 12, max = 1024)
                int maximumSupportingPoints,
        SeReqControlMode controlMode)
        implements CommonRequest {}
