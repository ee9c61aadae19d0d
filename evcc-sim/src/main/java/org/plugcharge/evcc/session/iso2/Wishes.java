package org.plugcharge.evcc.session.iso2;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a driver or a test wants beside a full battery.
 *
 * @param renegotiateAfter asks for other schedules after so many loops; 0 for never
 * @param cableCheckAgain whether a DC car checks the cable again when it renegotiates, as the
 *     standard has it [V2G2-565]; cars of one large maker do not
 * @param pause ends the session to come back to it later
 * @param departure when the car leaves, counted from its arrival
 * @param weldingDetection whether a DC car looks behind its open contactors before it says good-bye
 * @param external whether a car with a contract pays at the station where no contract is taken
 * @param services value-added services, by number, that it takes where they are offered
 */
public record Wishes(
        int renegotiateAfter,
        boolean cableCheckAgain,
        boolean pause,
        Optional<Duration> departure,
        Set<Integer> services,
        boolean weldingDetection,
        boolean external) {

    /** Nothing special. */
    public static final Wishes NONE =
            new Wishes(0, true, false, Optional.empty(), Set.of(), true, false);

    /** The same for a car that looks behind its open contactors. */
    public Wishes(
            int renegotiateAfter,
            boolean cableCheckAgain,
            boolean pause,
            Optional<Duration> departure,
            Set<Integer> services) {
        this(renegotiateAfter, cableCheckAgain, pause, departure, services, true, false);
    }

    /** Copies the set. */
    public Wishes {
        services = Set.copyOf(services);
    }

    /** The same, asking for other schedules after so many loops. */
    public Wishes renegotiatingAfter(int loops) {
        return new Wishes(
                loops, cableCheckAgain, pause, departure, services, weldingDetection, external);
    }

    /** The same, without another cable check. */
    public Wishes withoutCableCheckAgain() {
        return new Wishes(
                renegotiateAfter, false, pause, departure, services, weldingDetection, external);
    }

    /** The same, pausing at the end. */
    public Wishes pausing() {
        return new Wishes(
                renegotiateAfter,
                cableCheckAgain,
                true,
                departure,
                services,
                weldingDetection,
                external);
    }

    /** The same, leaving after this time. */
    public Wishes leavingAfter(Duration time) {
        return new Wishes(
                renegotiateAfter,
                cableCheckAgain,
                pause,
                Optional.of(time),
                services,
                weldingDetection,
                external);
    }

    /** The same, with these services. */
    public Wishes with(Set<Integer> wished) {
        return new Wishes(
                renegotiateAfter,
                cableCheckAgain,
                pause,
                departure,
                wished,
                weldingDetection,
                external);
    }

    /** The same, without a look behind the open contactors. */
    public Wishes withoutWeldingDetection() {
        return new Wishes(
                renegotiateAfter, cableCheckAgain, pause, departure, services, false, external);
    }

    /** The same, paying at the station where no contract is taken. */
    public Wishes orPayingAtTheStation() {
        return new Wishes(
                renegotiateAfter,
                cableCheckAgain,
                pause,
                departure,
                services,
                weldingDetection,
                true);
    }
}
