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

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A DC power supply that does not exist. Voltage and current follow the commands with a ramp, the
 * isolation test takes a while, the cable loses its voltage within a quarter of a second, the plug
 * gets warm, and the meter counts what flowed. Without anybody to drive its pilot it has none. Safe
 * for several threads.
 */
public final class SimulatedEvse implements EvseDriver {

    /** 1000 V, 500 A, 350 kW. */
    public static final DcLimits HIGH_POWER =
            new DcLimits(150_000, 1_000_000, 0, 500_000, 350_000, 1_000);

    private static final long RAMP_MICROS = 5_000;
    private static final long STEADY_MICROS = 1_000_000;
    private static final Duration ISOLATION_TEST = Duration.ofMillis(300);
    private static final int MILLI_VOLTS_PER_MS = 4_000;
    private static final int MILLI_AMPS_PER_MS = 500;

    private final DcLimits limits;
    private final SimulatedMeter meter;
    private final Heat heat;
    private final InstantSource clock;
    private Runnable changed = () -> {};
    private ControlPilot pilot = ControlPilot.NOT_WIRED;
    private Contactor contactor = Contactor.OPEN;
    private Fault fault = Fault.NONE;
    private boolean checked;
    private Instant checkBegan = Instant.EPOCH;
    private Instant looked;
    private int milliVolts;
    private int milliAmps;
    private int targetMilliVolts;
    private int targetMilliAmps;
    private int availableMilliAmps = EvseReading.UNLIMITED;
    private Isolation isolationFound = Isolation.VALID;
    private Instant oscillatesUntil = Instant.MAX;

    /** A supply with {@code limits}, plugged in, its meter at zero. */
    public SimulatedEvse(DcLimits limits, String meterId, InstantSource clock) {
        this(limits, new SimulatedMeter(meterId, "DC", Optional.empty()), clock);
    }

    /** The same with a meter that signs its readings, with a private key of P-256. */
    public SimulatedEvse(DcLimits limits, String meterId, InstantSource clock, PrivateKey key) {
        this(limits, new SimulatedMeter(meterId, "DC", Optional.of(key)), clock);
    }

    private SimulatedEvse(DcLimits limits, SimulatedMeter meter, InstantSource clock) {
        this.limits = limits;
        this.meter = meter;
        this.heat = new Heat(limits.maximumMilliAmps());
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
        return new EvseReading(
                pilot,
                contactor,
                isolation(),
                milliVolts,
                milliAmps,
                fault,
                EvseReading.Lock.NONE,
                Math.min(availableMilliAmps, heat.available(EvseReading.UNLIMITED)));
    }

    private Isolation isolation() {
        if (!checked) {
            return Isolation.UNKNOWN;
        }
        return looked.isBefore(checkBegan.plus(ISOLATION_TEST))
                ? Isolation.CHECKING
                : isolationFound;
    }

    @Override
    public synchronized MeterReading meter() {
        advance();
        return meter.reading(looked);
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
            case EvseCommand.StopOscillator(Duration after) -> oscillatesUntil = looked.plus(after);
            case EvseCommand.CheckCable _ -> {
                oscillatesUntil = Instant.MAX;
                checked = true;
                checkBegan = looked;
            }
            case EvseCommand.Allow _,
                    EvseCommand.LockConnector _,
                    EvseCommand.UnlockConnector _ -> {}
            case EvseCommand.PreCharge(int volts, int amps) -> target(volts, 0, amps);
            case EvseCommand.Deliver(int volts, int amps) -> target(volts, amps, amps);
            case EvseCommand.CloseContactor _ -> {
                contactor = Contactor.CLOSED;
                meter.begin(looked);
                return true;
            }
            case EvseCommand.OpenContactor _ -> {
                boolean closed = contactor == Contactor.CLOSED;
                open();
                return closed;
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
        meter.end(looked);
        checked = false;
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

    /**
     * Whether the pilot's oscillator runs: from the beginning, until it is told to stop, and again
     * from the next cable check on.
     */
    public synchronized boolean oscillates() {
        advance();
        return looked.isBefore(oscillatesUntil);
    }

    /** Something breaks, or is mended. */
    public void fault(Fault happened) {
        synchronized (this) {
            advance();
            fault = happened;
        }
        listener().run();
    }

    /** What the next isolation test finds. */
    public synchronized void isolation(Isolation found) {
        isolationFound = found;
    }

    /** The most current it may carry for now, for instance because it is hot. */
    public synchronized void available(int mostMilliAmps) {
        advance();
        availableMilliAmps = mostMilliAmps;
    }

    private synchronized Runnable listener() {
        return changed;
    }

    /** Lets the time since the last look pass, in small steps while something changes. */
    private void advance() {
        long left = Duration.between(looked, clock.instant()).toNanos() / 1_000;
        while (left > 0) {
            long micros = Math.min(left, ramping() ? RAMP_MICROS : STEADY_MICROS);
            pass(micros);
            left -= micros;
        }
    }

    private boolean ramping() {
        boolean closed = contactor == Contactor.CLOSED;
        return milliVolts != targetMilliVolts || (closed && milliAmps != targetMilliAmps());
    }

    /** Energy first, at the old current, then the ramps. */
    private void pass(long micros) {
        long milliWatts = (long) milliVolts * milliAmps / 1_000;
        if (contactor == Contactor.CLOSED) {
            meter.count(milliWatts, micros);
        }
        heat.carry(milliAmps, micros);
        milliVolts = ramp(milliVolts, targetMilliVolts, micros * MILLI_VOLTS_PER_MS / 1_000);
        milliAmps =
                contactor == Contactor.CLOSED
                        ? ramp(milliAmps, targetMilliAmps(), micros * MILLI_AMPS_PER_MS / 1_000)
                        : 0;
        looked = looked.plus(Duration.ofNanos(micros * 1_000));
    }

    private int targetMilliAmps() {
        return Math.min(
                targetMilliAmps,
                Math.min(availableMilliAmps, heat.available(EvseReading.UNLIMITED)));
    }

    private static int ramp(int from, int to, long most) {
        return (int) (from < to ? Math.min(to, from + most) : Math.max(to, from - most));
    }
}
