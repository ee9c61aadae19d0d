package org.plugcharge.evcc.session.iso2;

import org.plugcharge.v2g.iso2.AcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseStatus;

import java.util.Optional;

/** What a station's status asks of the car. */
final class StationStatus {

    private StationStatus() {}

    /** A reason to end the session at once, if there is one. */
    static Optional<Failure> fault(EvseStatus status) {
        return switch (status) {
            case DcEvseStatus dc -> fault(dc);
            case AcEvseStatus ac when ac.rcd() -> Optional.of(new Failure.StationFault("RCD"));
            case AcEvseStatus _ -> Optional.empty();
        };
    }

    private static Optional<Failure> fault(DcEvseStatus status) {
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
    static boolean asksToStop(EvseStatus status) {
        return status.notification() == EvseNotification.STOP_CHARGING
                || (status instanceof DcEvseStatus dc && isShutDown(dc));
    }

    /** A reason not to begin charging, if there is one. */
    static Optional<Failure> hindrance(EvseStatus status) {
        return fault(status)
                .or(() ->
                        asksToStop(status)
                                ? Optional.of(
                                        new Failure.StationFault(
                                                "it asked the car to stop before the charge"
                                                        + " began"))
                                : Optional.empty());
    }

    private static boolean isShutDown(DcEvseStatus status) {
        return switch (status.statusCode()) {
            case SHUTDOWN -> true;
            case NOT_READY,
                    READY,
                    UTILITY_INTERRUPT_EVENT,
                    ISOLATION_MONITORING_ACTIVE,
                    EMERGENCY_SHUTDOWN,
                    MALFUNCTION,
                    RESERVED_8,
                    RESERVED_9,
                    RESERVED_A,
                    RESERVED_B,
                    RESERVED_C ->
                    false;
        };
    }
}
