package org.plugcharge.secc.session.iso2;

import java.time.Duration;

/** The station's timers, each with the time it is armed for. */
public enum Timer {
    /** From the connection to SessionSetupRes [V2G2-716]. */
    COMMUNICATION_SETUP(Duration.ofSeconds(18)),
    /** From an answer to the next request [V2G2-443]. */
    SEQUENCE(Duration.ofSeconds(60)),
    /** From the first AuthorizationReq to the decision [V2G2-713]. */
    AUTHORIZATION(Duration.ofSeconds(55)),
    /** From ChargeParameterDiscoveryReq to an answer, be it Ongoing: 1.5 s, less a margin. */
    SCHEDULE_ANSWER(Duration.ofSeconds(1)),
    /** From the first ChargeParameterDiscoveryReq until the station offers its own schedule. */
    SCHEDULE(Duration.ofSeconds(50)),
    /** From the first CableCheckReq to its end. */
    CABLE_CHECK(Duration.ofSeconds(38)),
    /**
     * From CertificateInstallationReq to the back end's answer: 4.5 s, less what it takes to send
     * it.
     */
    INSTALLATION(Duration.ofMillis(4400)),
    /** From the first PreChargeReq to the battery's voltage. */
    PRE_CHARGE(Duration.ofSeconds(5)),
    /** From PowerDeliveryReq to C or D: 0.25 s [V2G2-847], doubled as chargers in the field do. */
    CONTROL_PILOT(Duration.ofMillis(500)),
    /** From the request after PowerDelivery(Stop) to B: 0.25 s [V2G2-848]. */
    PILOT_RELEASE(Duration.ofMillis(250)),
    /** From the command to the contactor to its effect [V2G2-862]. */
    CONTACTOR(Duration.ofSeconds(3)),
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
