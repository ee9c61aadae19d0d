package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.session.Phase;
import org.plugcharge.v2g.din70121.ResponseCode;

import java.time.Duration;

/**
 * Why a session failed, as the car knows it; {@link #text} is for the driver, the record itself for
 * the log.
 */
public sealed interface Failure extends org.plugcharge.evcc.session.Failure {

    @Override
    default String text() {
        return switch (this) {
            case Refused _ -> "The station refused the charge.";
            case NoAnswer _ ->
                    "The station stopped answering. Please try again or use another station.";
            case TooSlow slow -> slow.phase().text() + " took the station too long.";
            case Unexpected _, WrongSession _, Garbled _ ->
                    "The station answered in a way your car does not understand. Please use another"
                            + " station.";
            case NotOffered offer -> "This station does not offer " + offer.what() + ".";
            case Incompatible fit ->
                    "This station does not fit your car's battery: " + fit.why() + ".";
            case StationFault fault ->
                    "The station reports that it cannot charge (" + fault.status() + ").";
            case BadIsolation _ -> "The safety check of the cable failed. Do not use this station.";
            case LinkLost _ -> "The connection to the station broke.";
            case Unplugged _ -> "The cable was pulled.";
            case PilotFault _ ->
                    "The station reports a fault on the line that tells it a car is there.";
            case OwnFault fault ->
                    "Your car has a fault and cannot charge: " + fault.reason() + ".";
        };
    }

    /** The station answered a request with a {@code FAILED} code. */
    record Refused(ResponseCode code, String message) implements Failure {}

    /** No answer in time. */
    record NoAnswer(String expected, Duration limit) implements Failure {}

    /** The station went on saying Ongoing, or never reached the voltage. */
    record TooSlow(Phase phase, Duration limit) implements Failure {}

    /** The wrong message at this point. */
    record Unexpected(String expected, String found) implements Failure {}

    /** The response names another session. */
    record WrongSession(String expected, String found) implements Failure {}

    /** What came was no message. */
    record Garbled(String reason) implements Failure {}

    /** The station lacks what the car needs. */
    record NotOffered(String what) implements Failure {}

    /** The station and the battery do not fit together. */
    record Incompatible(String why) implements Failure {}

    /** The station reports that it cannot (or no longer) deliver. */
    record StationFault(String status) implements Failure {}

    /** The isolation test failed. */
    record BadIsolation(String level) implements Failure {}

    /** The connection broke. */
    record LinkLost(String reason) implements Failure {}

    /** The cable was pulled. */
    record Unplugged() implements Failure {}

    /** The station showed E or F on the control pilot: it can't deliver. */
    record PilotFault() implements Failure {}

    /** Something in the car does not work. */
    record OwnFault(String reason) implements Failure {}
}
