package org.plugcharge.secc.simulated;

import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.evse.MeterReading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A DC power supply that does not exist. Voltage and current follow the commands with a ramp, the
 * isolation test takes a while, and the meter counts what flowed. Safe for several threads.
 */
public final class SimulatedEvse implements EvseDriver {

    /** 1000 V, 500 A, 350 kW. */
    public static final DcLimits HIGH_POWER =
            new DcLimits(150_000, 1_000_000, 0, 500_000, 350_000, 1_000);

    private static final Duration ISOLATION_TEST = Duration.ofMillis(300);
    private static final int MILLI_VOLTS_PER_MS = 4_000;
    private static final int MILLI_AMPS_PER_MS = 500;
    private static final long NANO_JOULES_PER_WATT_HOUR = 3_600L * 1_000_000_000L;

    private final DcLimits limits;
    private final String meterId;
    private final InstantSource clock;
    private Runnable changed = () -> {};
    private ControlPilot pilot = ControlPilot.C;
    private Contactor contactor = Contactor.OPEN;
    private Fault fault = Fault.NONE;
    private boolean checked;
    private Instant checkBegan = Instant.EPOCH;
    private Instant looked;
    private int milliVolts;
    private int milliAmps;
    private int targetMilliVolts;
    private int targetMilliAmps;
    private long nanoJoules;

    /** A supply with {@code limits}, plugged in, its meter at zero. */
    public SimulatedEvse(DcLimits limits, String meterId, InstantSource clock) {
        this.limits = limits;
        this.meterId = meterId;
        this.clock = clock;
        this.looked = clock.instant();
    }

    @Override
    public DcLimits limits() {
        return limits;
    }

    @Override
    public synchronized EvseReading reading() {
        advance();
        return new EvseReading(pilot, contactor, isolation(), milliVolts, milliAmps, fault);
    }

    private Isolation isolation() {
        if (!checked) {
            return Isolation.UNKNOWN;
        }
        return looked.isBefore(checkBegan.plus(ISOLATION_TEST))
                ? Isolation.CHECKING
                : Isolation.VALID;
    }

    @Override
    public synchronized MeterReading meter() {
        advance();
        return new MeterReading(meterId, looked, nanoJoules / NANO_JOULES_PER_WATT_HOUR);
    }

    @Override
    public void onChange(Runnable listener) {
        synchronized (this) {
            changed = listener;
        }
    }

    @Override
    public void command(EvseCommand command) {
        if (obey(command)) {
            listener().run();
        }
    }

    /** Whether the command changed the contactor. */
    private synchronized boolean obey(EvseCommand command) {
        advance();
        switch (command) {
            case EvseCommand.CheckCable _ -> {
                checked = true;
                checkBegan = looked;
            }
            case EvseCommand.Allow _ -> {}
            case EvseCommand.PreCharge(int volts, int amps) -> target(volts, 0, amps);
            case EvseCommand.Deliver(int volts, int amps) -> target(volts, amps, amps);
            case EvseCommand.CloseContactor _ -> {
                contactor = Contactor.CLOSED;
                return true;
            }
            case EvseCommand.OpenContactor _ -> {
                open();
                return true;
            }
        }
        return false;
    }

    /**
     * During pre-charge the vehicle's contactor is open: voltage without current, whatever the
     * limit.
     */
    private void target(int volts, int amps, int limit) {
        targetMilliVolts = Math.min(volts, limits.maximumMilliVolts());
        targetMilliAmps = Math.min(Math.min(amps, limit), limits.maximumMilliAmps());
    }

    private void open() {
        contactor = Contactor.OPEN;
        checked = false;
        milliVolts = 0;
        milliAmps = 0;
        targetMilliVolts = 0;
        targetMilliAmps = 0;
    }

    /** What a person does with the cable: A unplugs it, C plugs it in. */
    public void pilot(ControlPilot seen) {
        synchronized (this) {
            advance();
            pilot = seen;
        }
        listener().run();
    }

    /** Something breaks, or is mended. */
    public void fault(Fault happened) {
        synchronized (this) {
            advance();
            fault = happened;
        }
        listener().run();
    }

    private synchronized Runnable listener() {
        return changed;
    }

    /** Lets the time since the last look pass: energy first, at the old current, then the ramps. */
    private void advance() {
        long micros = Duration.between(looked, clock.instant()).toNanos() / 1_000;
        if (micros <= 0) {
            return;
        }
        long milliWatts = (long) milliVolts * milliAmps / 1_000;
        nanoJoules += contactor == Contactor.CLOSED ? milliWatts * micros : 0;
        milliVolts = ramp(milliVolts, targetMilliVolts, micros * MILLI_VOLTS_PER_MS / 1_000);
        milliAmps =
                contactor == Contactor.CLOSED
                        ? ramp(milliAmps, targetMilliAmps, micros * MILLI_AMPS_PER_MS / 1_000)
                        : 0;
        looked = looked.plus(Duration.ofNanos(micros * 1_000));
    }

    private static int ramp(int from, int to, long most) {
        return (int) (from < to ? Math.min(to, from + most) : Math.max(to, from - most));
    }
}
