package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.Phase;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.time.Duration;
import java.util.Set;

/**
 * Why a session failed, as the car knows it; {@link #text} is for the driver, the record itself for
 * the log.
 */
public sealed interface Failure extends org.plugcharge.evcc.session.Failure {

    @Override
    default String text() {
        return DriverText.of(this);
    }

    /** Whether it was the contract's, so that paying at the station may help. */
    default boolean ofContract() {
        return this instanceof BadContract;
    }

    /** The station answered a request with a {@code FAILED} code. */
    record Refused(ResponseCode code, String message) implements Failure {

        private static final Set<String> ABOUT_A_CONTRACT =
                Set.of(
                        "PaymentDetailsRes",
                        "AuthorizationRes",
                        "CertificateInstallationRes",
                        "CertificateUpdateRes");

        @Override
        public boolean ofContract() {
            return ABOUT_A_CONTRACT.contains(message)
                    && code != ResponseCode.FAILED_SEQUENCE_ERROR
                    && code != ResponseCode.FAILED_UNKNOWN_SESSION;
        }
    }

    /** The station speaks no protocol of the car. */
    record NoProtocol() implements Failure {}

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

    /** The contract delivered is not to be trusted or not for this car. */
    record BadContract(String reason) implements Failure {}

    /** A contract may be used over TLS only [V2G2-633]. */
    record NeedsTls() implements Failure {}

    /** The connection broke. */
    record LinkLost(String reason) implements Failure {}

    /** The cable was pulled. */
    record Unplugged() implements Failure {}

    /** The station showed E or F on the control pilot: it can't deliver. */
    record PilotFault() implements Failure {}

    /** Something in the car does not work. */
    record OwnFault(String reason) implements Failure {}
}
