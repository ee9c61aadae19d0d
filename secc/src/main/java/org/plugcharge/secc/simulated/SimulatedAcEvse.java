package org.plugcharge.secc.simulated;

import org.plugcharge.secc.evse.AcLimits;
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
 * An AC outlet that does not exist, with the on-board charger of a vehicle behind it, which draws
 * what it was told to, never more than the outlet allows, and only while the pilot shows C or D.
 * Safe for several threads.
 */
public final class SimulatedAcEvse implements EvseDriver {

    /** Three phases of 230 V, 32 A: 22 kW. */
    public static final AcLimits THREE_PHASES_32_A = new AcLimits(3, 230_000, 32_000);

    private static final long NANO_JOULES_PER_WATT_HOUR = 3_600L * 1_000_000_000L;

    private final AcLimits limits;
    private final String meterId;
    private final InstantSource clock;
    private Runnable changed = () -> {};
    private ControlPilot pilot = ControlPilot.C;
    private Contactor contactor = Contactor.OPEN;
    private Fault fault = Fault.NONE;
    private Instant looked;
    private int allowedMilliAmps;
    private int wantedMilliAmps;
    private int wantedPhases;
    private long nanoJoules;

    /** An outlet with a vehicle at it that draws all it is allowed; its meter at zero. */
    public SimulatedAcEvse(AcLimits limits, String meterId, InstantSource clock) {
        this.limits = limits;
        this.meterId = meterId;
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
        return new EvseReading(pilot, contactor, Isolation.UNKNOWN, milliVolts, flowing(), fault);
    }

    private int flowing() {
        return contactor == Contactor.CLOSED && pilot.ready()
                ? Math.min(allowedMilliAmps, wantedMilliAmps)
                : 0;
    }

    @Override
    public synchronized MeterReading meter() {
        advance();
        return new MeterReading(meterId, looked, nanoJoules / NANO_JOULES_PER_WATT_HOUR);
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

    /** Whether the command changed the contactor; those of DC change nothing. */
    private synchronized boolean obey(EvseCommand command) {
        advance();
        return switch (command) {
            case EvseCommand.Allow(int milliAmps) -> {
                allowedMilliAmps = Math.clamp(milliAmps, 0, limits.maximumMilliAmps());
                yield false;
            }
            case EvseCommand.CloseContactor _ -> {
                contactor = Contactor.CLOSED;
                yield true;
            }
            case EvseCommand.OpenContactor _ -> {
                contactor = Contactor.OPEN;
                allowedMilliAmps = 0;
                yield true;
            }
            case EvseCommand.CheckCable _, EvseCommand.PreCharge _, EvseCommand.Deliver _ -> false;
        };
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
        nanoJoules += milliWatts * micros;
        looked = looked.plus(Duration.ofNanos(micros * 1_000));
    }
}
