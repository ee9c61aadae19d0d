package org.plugcharge.secc.evse;

import java.time.Duration;

/** What a session asks of the power hardware. Voltages in mV, currents in mA. */
public sealed interface EvseCommand {

    /** Measure the isolation of the cable; the result shows in {@link EvseReading#isolation()}. */
    record CheckCable() implements EvseCommand {}

    /**
     * Bring the output to {@code milliVolts} with at most {@code milliAmps}, contactor of the
     * vehicle still open.
     */
    record PreCharge(int milliVolts, int milliAmps) implements EvseCommand {}

    /** Hold the plug; {@link EvseReading#lock()} says when that is done. */
    record LockConnector() implements EvseCommand {}

    /** Let the plug go; obeyed once the contactor is open. */
    record UnlockConnector() implements EvseCommand {}

    /** Connect the power supply; {@link EvseReading#contactor()} says when that is done. */
    record CloseContactor() implements EvseCommand {}

    /** Deliver up to {@code milliAmps} at up to {@code milliVolts}. */
    record Deliver(int milliVolts, int milliAmps) implements EvseCommand {}

    /**
     * AC: the vehicle may draw up to {@code milliAmps} from each phase; it is told so by message,
     * the hardware may watch over it.
     */
    record Allow(int milliAmps) implements EvseCommand {}

    /**
     * Let the pilot's oscillator run on for {@code after} and then stop it, which tells the vehicle
     * that the session is over; given by DIN SPEC 70121 only. The hardware starts it again for the
     * next session as IEC 61851-1 asks; where there is no pilot nothing is to be done.
     */
    record StopOscillator(Duration after) implements EvseCommand {}

    /** Take the current to zero and disconnect; always allowed, always obeyed. */
    record OpenContactor() implements EvseCommand {}
}
