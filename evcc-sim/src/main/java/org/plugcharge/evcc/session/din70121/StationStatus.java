package org.plugcharge.evcc.session.din70121;

import org.plugcharge.v2g.din70121.DcEvseStatus;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.EvseNotification;

import java.util.Optional;

/** What a station's status asks of the car. */
final class StationStatus {

    private StationStatus() {}

    /** A reason to end the session at once, if there is one. */
    static Optional<Failure> fault(DcEvseStatus status) {
        return switch (status.statusCode()) {
            case EMERGENCY_SHUTDOWN, MALFUNCTION, UTILITY_INTERRUPT_EVENT ->
                    Optional.of(new Failure.StationFault(status.statusCode().name()));
            case NOT_READY,
                    READY,
                    SHUTDOWN,
                    ISOLATION_MONITORING_ACTIVE,
                    RESERVED_8,
                    RESERVED_9,
                    RESERVED_A,
                    RESERVED_B,
                    RESERVED_C ->
                    Optional.empty();
        };
    }

    /** Whether the station wants the car to end the charge in order. */
    static boolean asksToStop(DcEvseStatus status) {
        return status.notification() == EvseNotification.STOP_CHARGING
                || status.statusCode() == DcEvseStatusCode.SHUTDOWN;
    }

    /** A reason not to begin charging, if there is one. */
    static Optional<Failure> hindrance(DcEvseStatus status) {
        Optional<Failure> fault = fault(status);
        return fault.isEmpty() && asksToStop(status)
                ? Optional.of(
                        new Failure.StationFault(
                                "it asked the car to stop before the charge began"))
                : fault;
    }
}
