package org.plugcharge.evcc.session;

/** Why an orderly charge ended. */
public enum StopCause {
    /** The battery is as full as wanted. */
    TARGET_REACHED("The battery is as full as you asked for."),
    /** As many loops as planned were run. */
    LOOPS_DONE("The planned charge is done."),
    /** The car means to come back to the session. */
    PAUSED("The charge is paused."),
    /** The driver or the operator of the car stopped it. */
    DRIVER("You stopped the charge."),
    /** The station asked the car to stop. */
    STATION("The station ended the charge.");

    private final String text;

    StopCause(String text) {
        this.text = text;
    }

    /** A sentence for the driver. */
    public String text() {
        return text;
    }
}
