package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;

/**
 * Asks to start, stop, stand by or renegotiate; with the profile the car will follow, and for
 * bidirectional charging the direction.
 */
@GlobalElement("PowerDeliveryReq")
public record PowerDeliveryReq(
        MessageHeader header,
        @Wire("EVProcessing") Processing processing,
        @Wire("ChargeProgress") ChargeProgress chargeProgress,
        @Wire("EVPowerProfile") @Nullable EvPowerProfile powerProfile,
        @Wire("BPT_ChannelSelection") @Nullable ChannelSelection channelSelection)
        implements CommonRequest {}
