package org.plugcharge.secc.evse;

import java.time.Instant;

/** What happens at an EVSE, for the operator's system; {@code at} is when it happened. */
public sealed interface ChargingEvent {

    /** When it happened. */
    Instant at();

    /** A vehicle opened a session. */
    record Connected(Instant at) implements ChargingEvent {}

    /** Energy may flow: the contactor closed for an authorised {@code identification}. */
    record Started(Instant at, Identification identification, MeterReading meter)
            implements ChargingEvent {}

    /**
     * A look at the meter while energy flows; {@code stateOfChargePercent} is -1 where the vehicle
     * does not say (AC).
     */
    record Metered(
            Instant at, MeterReading meter, int milliVolts, int milliAmps, int stateOfChargePercent)
            implements ChargingEvent {}

    /** No more energy flows; follows every {@link Started} exactly once. */
    record Ended(Instant at, MeterReading meter, EndReason reason) implements ChargingEvent {}

    /** The session is over; the EVSE is free for the next. */
    record Disconnected(Instant at) implements ChargingEvent {}

    /** Why energy stopped to flow. */
    enum EndReason {
        /** The vehicle asked for it. */
        VEHICLE,
        /** The station or its back end asked for it. */
        STATION,
        /** The vehicle was gone: cable pulled, connection lost or silent. */
        VEHICLE_LOST,
        /** The emergency stop was pressed. */
        EMERGENCY_STOP,
        /** The hardware or the protocol failed. */
        FAULT
    }
}
