package org.plugcharge.evcc.session.din70121;

/**
 * The clocks of a session; each runs at most once at a time, and arming it again replaces its
 * deadline.
 */
public enum Timer {
    /** The answer to the request just sent. */
    MESSAGE,
    /** From the first message to SessionSetupRes. */
    COMMUNICATION_SETUP,
    /** From SessionSetupRes until energy flows. */
    READY_TO_CHARGE,
    /** The whole cable check. */
    CABLE_CHECK,
    /** The whole pre-charge. */
    PRE_CHARGE,
    /** The car's own work between a response and the next request. */
    SEQUENCE_PERFORMANCE,
    /** The rest before the next request of a loop. */
    PACE
}
