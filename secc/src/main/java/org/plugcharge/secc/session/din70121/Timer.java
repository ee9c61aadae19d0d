package org.plugcharge.secc.session.din70121;

import java.time.Duration;

/**
 * The station's timers, each with the time it is armed for. A vehicle gives up 150 s after
 * SessionSetupRes if no energy flows (V2G_EVCC_ReadyToCharge_Timeout): authorization, schedule,
 * cable check and pre-charge together stay below that.
 */
public enum Timer {
    /** From the connection to SessionSetupRes. */
    COMMUNICATION_SETUP(Duration.ofSeconds(18)),
    /** From an answer to the next request. */
    SEQUENCE(Duration.ofSeconds(60)),
    /** From the first ContractAuthenticationReq to the decision. */
    AUTHORIZATION(Duration.ofSeconds(95)),
    /** From ChargeParameterDiscoveryReq to an answer, be it Ongoing: 1.5 s, less a margin. */
    SCHEDULE_ANSWER(Duration.ofSeconds(1)),
    /** From the first ChargeParameterDiscoveryReq until the station offers its own schedule. */
    SCHEDULE(Duration.ofSeconds(5)),
    /** From the first CableCheckReq to C or D (V2G_SECC_CPState_Detection_Timeout). */
    CONTROL_PILOT(Duration.ofMillis(1500)),
    /** From the first CableCheckReq to the end of the check. */
    CABLE_CHECK(Duration.ofSeconds(38)),
    /** From the first PreChargeReq to the battery's voltage. */
    PRE_CHARGE(Duration.ofSeconds(5)),
    /**
     * From the command to the contactor to its effect: a vehicle waits 2 s for PowerDeliveryRes,
     * not 5 s as in ISO 15118-2.
     */
    CONTACTOR(Duration.ofMillis(1400)),
    /** From the last answer to the end of the connection; the vehicle should end it first. */
    LINGER(Duration.ofSeconds(5));

    private final Duration duration;

    Timer(Duration duration) {
        this.duration = duration;
    }

    /** How long it is armed for. */
    public Duration duration() {
        return duration;
    }
}
