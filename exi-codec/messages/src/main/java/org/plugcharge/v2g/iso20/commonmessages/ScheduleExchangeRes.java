package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.ResponseCode;

/**
 * Answers ScheduleExchangeReq; Ongoing while a schedule is being made, {@code goToPause} asks the
 * car to sleep first.
 */
@GlobalElement("ScheduleExchangeRes")
public record ScheduleExchangeRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEProcessing") Processing processing,
        @Wire("GoToPause") @Nullable Boolean goToPause,
        SeResControlMode controlMode)
        implements CommonResponse {}
