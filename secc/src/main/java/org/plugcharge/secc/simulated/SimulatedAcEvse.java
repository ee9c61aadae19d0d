package org.plugcharge.secc.simulated;

import org.plugcharge.secc.evse.AcLimits;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.evse.EvseReading.Lock;
import org.plugcharge.secc.evse.MeterReading;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * An AC outlet that does not exist, with the on-board charger of a vehicle behind it, which draws
 * what it was told to, never more than the outlet allows, and only while the pilot shows C or D.
 * Without anybody to drive its pilot it has none. Safe for several threads.
 */
public final class SimulatedAcEvse implements EvseDriver {

    /** Three phases of 230 V, 32 A: 22 kW. */
    public static final AcLimits THREE_PHASES_32_A = new AcLimits(3, 230_000, 32_000);

    private final AcLimits limits;
    private final SimulatedMeter meter;
    private final InstantSource clock;
    private Runnable changed = () -> {};
    private ControlPilot pilot = ControlPilot.NOT_WIRED;
    private Contactor contactor = Contactor.OPEN;
    private Fault fault = Fault.NONE;
    private Instant looked;
    private int allowedMilliAmps;
    private int wantedMilliAmps;
    private int wantedPhases;
    private int availableMilliAmps = EvseReading.UNLIMITED;
    private Lock lock = Lock.NONE;

    /** An outlet with a vehicle at it that draws all it is allowed; its meter at zero. */
    public SimulatedAcEvse(AcLimits limits, String meterId, InstantSource clock) {
        this(limits, new SimulatedMeter(meterId, "AC", Optional.empty()), clock);
    }

    /** The same with a meter that signs its readings, with a private key of P-256. */
    public SimulatedAcEvse(AcLimits limits, String meterId, InstantSource clock, PrivateKey key) {
        this(limits, new SimulatedMeter(meterId, "AC", Optional.of(key)), clock);
    }

    private SimulatedAcEvse(AcLimits limits, SimulatedMeter meter, InstantSource clock) {
        this.limits = limits;
        this.meter = meter;
        this.clock = clock;
        this.looked = clock.instant();
        this.wantedMilliAmps = limits.maximumMilliAmps();
        this.wantedPhases = limits.phases();
    }

    @Override
    public AcLimits limits() {
        return limits;
    }

    @Override
    public synchronized EvseReading reading() {
        advance();
        int milliVolts = contactor == Contactor.CLOSED ? limits.nominalMilliVolts() : 0;
        return new EvseReading(
                pilot,
                contactor,
                Isolation.UNKNOWN,
                milliVolts,
                flowing(),
                fault,
                lock,
                availableMilliAmps);
    }

    private int flowing() {
        return contactor == Contactor.CLOSED && pilot.ready()
                ? Math.min(Math.min(allowedMilliAmps, availableMilliAmps), wantedMilliAmps)
                : 0;
    }

    @Override
    public synchronized MeterReading meter() {
        advance();
        return meter.reading(looked);
    }

    @Override
    public synchronized void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public void command(EvseCommand command) {
        if (obey(command)) {
            listener().run();
        }
    }

    /** Whether the command changed contactor or lock; those of DC change nothing. */
    private synchronized boolean obey(EvseCommand command) {
        advance();
        return switch (command) {
            case EvseCommand.Allow(int milliAmps) -> {
                allowedMilliAmps = Math.clamp(milliAmps, 0, limits.maximumMilliAmps());
                yield false;
            }
            case EvseCommand.CloseContactor _ -> {
                contactor = Contactor.CLOSED;
                meter.begin(looked);
                yield true;
            }
            case EvseCommand.OpenContactor _ -> {
                boolean closed = contactor == Contactor.CLOSED;
                contactor = Contactor.OPEN;
                meter.end(looked);
                allowedMilliAmps = 0;
                yield closed;
            }
            case EvseCommand.LockConnector _ -> turned(Lock.LOCKED);
            case EvseCommand.UnlockConnector _ ->
                    contactor == Contactor.OPEN && turned(Lock.UNLOCKED);
            case EvseCommand.CheckCable _,
                    EvseCommand.PreCharge _,
                    EvseCommand.Deliver _,
                    EvseCommand.StopOscillator _ ->
                    false;
        };
    }

    private boolean turned(Lock next) {
        if (lock == Lock.NONE) {
            return false;
        }
        lock = next;
        return true;
    }

    /** An outlet with a socket, which holds the plug of a loose cable. */
    public synchronized SimulatedAcEvse withSocket() {
        lock = Lock.UNLOCKED;
        return this;
    }

    /** The most current it may carry for now, for instance because it is hot. */
    public synchronized void available(int mostMilliAmps) {
        advance();
        availableMilliAmps = mostMilliAmps;
    }

    /** What the vehicle's charger draws from each of so many phases. */
    public synchronized void draw(int phases, int milliAmps) {
        advance();
        wantedPhases = Math.clamp(phases, 0, limits.phases());
        wantedMilliAmps = Math.max(0, milliAmps);
    }

    /** What a person does with the cable, and the vehicle with its switch. */
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

    /** Lets the time since the last look pass: energy at the present current. */
    private void advance() {
        long micros = Duration.between(looked, clock.instant()).toNanos() / 1_000;
        if (micros <= 0) {
            return;
        }
        long milliWatts = (long) limits.nominalMilliVolts() * flowing() * wantedPhases / 1_000;
        meter.count(milliWatts, micros);
        looked = looked.plus(Duration.ofNanos(micros * 1_000));
    }
}
