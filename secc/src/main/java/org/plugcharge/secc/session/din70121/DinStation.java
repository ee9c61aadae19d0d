package org.plugcharge.secc.session.din70121;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.DcLimits;

import java.time.Duration;

/**
 * What a station is in one session.
 *
 * @param evseId as {@link DinEvseId} codes it
 * @param limits what the connector can deliver
 * @param offeredWatts what is offered when the back end has no schedule; at most the limit of the
 *     connector
 * @param meterInterval how often the meter is told to the back end while energy flows
 */
public record DinStation(Bytes evseId, DcLimits limits, int offeredWatts, Duration meterInterval) {}
