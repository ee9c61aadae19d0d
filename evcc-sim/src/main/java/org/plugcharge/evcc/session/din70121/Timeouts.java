package org.plugcharge.evcc.session.din70121;

import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.Din70121Request;

import java.time.Duration;

/** How long a car waits: for a message (V2G_EVCC_Msg_Timeout) and for a phase. */
public final class Timeouts {

    /** V2G_EVCC_CommunicationSetup_Timeout. */
    public static final Duration COMMUNICATION_SETUP = Duration.ofSeconds(20);

    /** V2G_EVCC_ReadyToCharge_Timeout. */
    public static final Duration READY_TO_CHARGE = Duration.ofSeconds(150);

    /** V2G_EVCC_CableCheck_Timeout. */
    public static final Duration CABLE_CHECK = Duration.ofSeconds(40);

    /** V2G_EVCC_PreCharge_Timeout. */
    public static final Duration PRE_CHARGE = Duration.ofSeconds(7);

    /** V2G_EVCC_Sequence_Performance_Time. */
    public static final Duration SEQUENCE_PERFORMANCE = Duration.ofSeconds(40);

    static final Duration USUAL = Duration.ofSeconds(2);
    static final Duration CHARGE_LOOP = Duration.ofMillis(250);

    private Timeouts() {}

    /** How long the car waits for the answer: 2 s, also for PowerDelivery; 250 ms in the loop. */
    public static Duration of(Din70121Request request) {
        return request instanceof CurrentDemandReq ? CHARGE_LOOP : USUAL;
    }
}
