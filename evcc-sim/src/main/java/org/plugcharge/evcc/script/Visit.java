package org.plugcharge.evcc.script;

import java.time.Duration;

/**
 * From plugging in to leaving: one session.
 *
 * @param before the wait before plugging in
 * @param resumes whether the session paused before is taken up again
 * @param renegotiateAfter asks for other schedules after so many loops; 0 for never
 */
public record Visit(
        Duration before, boolean resumes, Pay pay, int renegotiateAfter, Goal goal, Leave leave) {

    /** How the charge is paid for. */
    public enum Pay {
        /** At the station. */
        STATION,
        /** By the contract in the car. */
        CONTRACT,
        /** By a contract installed first. */
        INSTALL,
        /** By the contract in the car, replaced by a newer one first. */
        UPDATE
    }

    /** How the driver ends it. */
    public enum Leave {
        /** In order. */
        STOP,
        /** In order, to come back. */
        PAUSE,
        /** By pulling the cable. */
        UNPLUG,
        /** Because something in the car breaks. */
        EMERGENCY
    }
}
