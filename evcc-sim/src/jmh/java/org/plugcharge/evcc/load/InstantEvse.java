package org.plugcharge.evcc.load;

import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.evse.EvseReading.Lock;
import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.simulated.SimulatedEvse;

import java.time.Instant;

/** Hardware that does at once what it is told, so that only the station is measured. */
final class InstantEvse implements EvseDriver {

    private volatile Runnable changed = () -> {};
    private volatile EvseReading now = idle();

    private static EvseReading idle() {
        return reading(Contactor.OPEN, Isolation.UNKNOWN, Lock.UNLOCKED, 0, 0);
    }

    private static EvseReading reading(
            Contactor contactor, Isolation isolation, Lock lock, int milliVolts, int milliAmps) {
        return new EvseReading(
                ControlPilot.NOT_WIRED,
                contactor,
                isolation,
                milliVolts,
                milliAmps,
                Fault.NONE,
                lock,
                EvseReading.UNLIMITED);
    }

    @Override
    public DcLimits limits() {
        return SimulatedEvse.HIGH_POWER;
    }

    @Override
    public EvseReading reading() {
        return now;
    }

    @Override
    public MeterReading meter() {
        return new MeterReading("M", Instant.now(), 0);
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public void command(EvseCommand command) {
        EvseReading before = now;
        now = after(before, command);
        if (now.contactor() != before.contactor() || now.lock() != before.lock()) {
            changed.run();
        }
    }

    private static EvseReading after(EvseReading before, EvseCommand command) {
        Contactor contactor = before.contactor();
        return switch (command) {
            case EvseCommand.LockConnector _ ->
                    reading(contactor, before.isolation(), Lock.LOCKED, 0, 0);
            case EvseCommand.UnlockConnector _ -> idle();
            case EvseCommand.CheckCable _ ->
                    reading(contactor, Isolation.VALID, before.lock(), 0, 0);
            case EvseCommand.PreCharge(int volts, int _) ->
                    reading(contactor, before.isolation(), before.lock(), volts, 0);
            case EvseCommand.CloseContactor _ ->
                    reading(
                            Contactor.CLOSED,
                            before.isolation(),
                            before.lock(),
                            before.milliVolts(),
                            0);
            case EvseCommand.Deliver(int volts, int amps) ->
                    reading(contactor, before.isolation(), before.lock(), volts, amps);
            case EvseCommand.Allow _, EvseCommand.StopOscillator _ -> before;
            case EvseCommand.OpenContactor _ ->
                    reading(Contactor.OPEN, Isolation.UNKNOWN, before.lock(), 0, 0);
        };
    }
}
