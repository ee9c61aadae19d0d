package org.plugcharge.secc.session.din70121;

import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.Din70121Request;

import java.time.Duration;

/**
 * How long a station may take for an answer. Vehicles wait 2 s for every answer, PowerDeliveryRes
 * too, and 250 ms in the charge loop; a station keeps the same distance to that as in ISO 15118-2.
 */
public final class PerformanceTime {

    private static final Duration USUAL = Duration.ofMillis(1_500);
    private static final Duration CHARGE_LOOP = Duration.ofMillis(25);

    private PerformanceTime() {}

    /** The time for the answer to this request. */
    public static Duration of(Din70121Request request) {
        return request instanceof CurrentDemandReq ? CHARGE_LOOP : USUAL;
    }
}
