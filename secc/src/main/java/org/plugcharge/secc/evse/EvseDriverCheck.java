package org.plugcharge.secc.evse;

import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.evse.EvseReading.Lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tries a driver as a session would, and says which promises of {@link EvseDriver} it breaks: for
 * whoever writes one, in a test of theirs or on a bench.
 *
 * <p>It goes through a charge: pilot, lock, cable check, pre-charge, contactor, current, opening,
 * unplugging. With real hardware the output carries voltage: nothing may be connected that can't
 * take it. Not for a station in service.
 */
public final class EvseDriverCheck {

    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration CABLE_CHECK = Duration.ofSeconds(38);
    private static final Duration PRE_CHARGE = Duration.ofSeconds(5);
    private static final Duration CONTACTOR = Duration.ofSeconds(3);
    private static final Duration PILOT = Duration.ofMillis(250);
    private static final Duration CURRENT = Duration.ofSeconds(2);
    private static final Duration DISCHARGE = Duration.ofSeconds(1);
    private static final Duration CHARGE = Duration.ofSeconds(20);
    private static final int SAFE_MILLI_VOLTS = 60_000;
    private static final int NEAR_MILLI_VOLTS = 20_000;
    private static final int NEAR_MILLI_AMPS = 2_000;
    private static final int CHECK_MILLI_VOLTS = 400_000;
    private static final int CHECK_MILLI_AMPS = 20_000;
    private static final int MAX_METER_ID = 32;

    private final EvseDriver driver;
    private final Bench bench;
    private final List<Finding> findings = new ArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();
    private long register = -1;

    private EvseDriverCheck(EvseDriver driver, Bench bench) {
        this.driver = driver;
        this.bench = bench;
    }

    /** What the check needs beside the driver. */
    public interface Bench {

        /** Lets this much time pass, for the hardware and its clock. */
        void pass(Duration time);

        /** Makes the pilot show this, as a vehicle or a hand at a plug would. */
        void pilot(ControlPilot shown);
    }

    /** A promise that was broken, and what was seen instead. */
    public record Finding(String promise, String found) {}

    /** All findings; none for a driver that keeps what {@link EvseDriver} promises. */
    public static List<Finding> run(EvseDriver driver, Bench bench) {
        EvseDriverCheck check = new EvseDriverCheck(driver, bench);
        check.charge();
        return List.copyOf(check.findings);
    }

    private void charge() {
        try {
            before();
            boolean ready =
                    switch (driver.limits()) {
                        case DcLimits dc -> output(dc);
                        case AcLimits _ -> true;
                    };
            if (ready && contactor(dc())) {
                energy();
            }
            after();
        } catch (RuntimeException e) {
            found("a driver never throws, it reports a fault", e.toString());
        } finally {
            driver.command(new EvseCommand.OpenContactor());
            driver.onChange(() -> {});
        }
    }

    private boolean dc() {
        return driver.limits() instanceof DcLimits;
    }

    private void before() {
        expect(
                driver.limits().equals(driver.limits()),
                "the limits stay the same in a session",
                () -> "they changed");
        driver.onChange(
                () -> found("a later listener replaces the one before", "both were called"));
        driver.onChange(changes::incrementAndGet);
        expect(
                reading().contactor() == Contactor.OPEN,
                "the contactor is open before a session",
                () -> "it is closed");
        expect(
                reading().milliVolts() < SAFE_MILLI_VOLTS && reading().milliAmps() == 0,
                "the output is dead before a session",
                () -> reading().toString());
        expect(reading().fault() == Fault.NONE, "no fault", () -> reading().fault().toString());
        meter();
        pilot(ControlPilot.B);
        pilot(ControlPilot.C);
        expect(
                reading().pilot() != ControlPilot.NOT_WIRED,
                "there is a control pilot",
                () -> "it is not wired");
        lock();
    }

    private void pilot(ControlPilot shown) {
        int before = changes.get();
        bench.pilot(shown);
        boolean seen = within(PILOT, () -> reading().pilot() == shown);
        expect(
                seen,
                "the pilot of the plug is seen within 0.25 s",
                () -> "expected " + shown + ", found " + reading().pilot());
        expect(
                !seen || changes.get() > before,
                "the listener hears of the pilot",
                () -> "it was not called");
    }

    private void lock() {
        if (reading().lock() == Lock.NONE) {
            return;
        }
        command(new EvseCommand.LockConnector());
        expect(
                within(CONTACTOR, () -> reading().lock() == Lock.LOCKED),
                "the plug is held within 3 s",
                () -> "it is " + reading().lock());
    }

    /** Cable check and pre-charge. */
    private boolean output(DcLimits limits) {
        command(new EvseCommand.CheckCable());
        boolean good =
                within(
                        CABLE_CHECK,
                        () ->
                                reading().isolation() == Isolation.VALID
                                        || reading().isolation() == Isolation.WARNING);
        expect(good, "the isolation is known within 38 s", () -> "it is " + reading().isolation());
        int target =
                Math.clamp(
                        CHECK_MILLI_VOLTS, limits.minimumMilliVolts(), limits.maximumMilliVolts());
        command(new EvseCommand.PreCharge(target, NEAR_MILLI_AMPS));
        boolean near =
                within(
                        PRE_CHARGE,
                        () -> Math.abs(reading().milliVolts() - target) <= NEAR_MILLI_VOLTS);
        expect(
                near,
                "pre-charge comes within 20 V of its target within 5 s",
                () -> reading().milliVolts() + " mV of " + target);
        expect(
                reading().contactor() == Contactor.OPEN,
                "pre-charge closes no contactor",
                () -> "it is closed");
        return good && near;
    }

    private boolean contactor(boolean direct) {
        int before = changes.get();
        command(new EvseCommand.CloseContactor());
        boolean closed = within(CONTACTOR, () -> reading().contactor() == Contactor.CLOSED);
        expect(closed, "the contactor closes within 3 s", () -> "it is open");
        expect(
                !closed || changes.get() > before,
                "the listener hears of the contactor",
                () -> "it was not called");
        if (direct) {
            int volts = Math.max(reading().milliVolts(), CHECK_MILLI_VOLTS);
            command(new EvseCommand.Deliver(volts, CHECK_MILLI_AMPS));
        } else {
            command(new EvseCommand.Allow(CHECK_MILLI_AMPS));
        }
        return closed;
    }

    /** Never more current than commanded; the register counts what flows. */
    private void energy() {
        within(CURRENT, () -> Math.abs(reading().milliAmps() - CHECK_MILLI_AMPS) < NEAR_MILLI_AMPS);
        long from = meter();
        long milliJoules = 0;
        for (Duration gone = Duration.ZERO; gone.compareTo(CHARGE) < 0; gone = gone.plus(TICK)) {
            EvseReading now = reading();
            expect(
                    now.milliAmps() <= CHECK_MILLI_AMPS + NEAR_MILLI_AMPS,
                    "no more current than commanded",
                    () -> now.milliAmps() + " mA of " + CHECK_MILLI_AMPS);
            milliJoules +=
                    (long) now.milliVolts() * now.milliAmps() / 1_000 * TICK.toMillis() / 1_000;
            bench.pass(TICK);
        }
        long counted = meter() - from;
        long seen = milliJoules / 3_600_000;
        expect(
                counted >= seen * 9 / 10 - 1,
                "the register counts the energy that voltage and current show",
                () -> counted + " Wh for at least " + seen + " Wh");
    }

    private void after() {
        int before = changes.get();
        boolean wasClosed = reading().contactor() == Contactor.CLOSED;
        command(new EvseCommand.OpenContactor());
        boolean open = within(CONTACTOR, () -> reading().contactor() == Contactor.OPEN);
        expect(open, "the contactor opens within 3 s", () -> "it is closed");
        expect(
                !wasClosed || !open || changes.get() > before,
                "the listener hears of the contactor",
                () -> "it was not called");
        expect(
                reading().milliAmps() == 0,
                "no current behind an open contactor",
                () -> reading().milliAmps() + " mA");
        expect(
                within(DISCHARGE, () -> reading().milliVolts() < SAFE_MILLI_VOLTS),
                "the output is below 60 V a second after it was opened",
                () -> reading().milliVolts() + " mV");
        command(new EvseCommand.OpenContactor());
        expect(
                reading().contactor() == Contactor.OPEN,
                "what is open may be opened again",
                () -> "it is closed");
        unlock();
        meter();
        command(new EvseCommand.StopOscillator(Duration.ZERO));
        pilot(ControlPilot.A);
    }

    private void unlock() {
        if (reading().lock() != Lock.NONE) {
            command(new EvseCommand.UnlockConnector());
            expect(
                    within(CONTACTOR, () -> reading().lock() == Lock.UNLOCKED),
                    "the plug is let go within 3 s",
                    () -> "it is " + reading().lock());
        }
    }

    /** The register, which only grows, with a name and a signature that messages can carry. */
    private long meter() {
        MeterReading meter = driver.meter();
        long before = register;
        register = meter.wattHours();
        expect(
                register >= before,
                "the register only grows",
                () -> register + " Wh after " + before + " Wh");
        expect(
                !meter.meterId().isEmpty() && meter.meterId().length() <= MAX_METER_ID,
                "the meter's name has 1 to 32 characters",
                () -> "\"" + meter.meterId() + "\"");
        meter.signed()
                .ifPresent(signed ->
                        expect(
                                signed.wattHours() <= meter.wattHours()
                                        && signed.document().startsWith("OCMF|"),
                                "what was signed is no more than the register, and is OCMF",
                                signed::document));
        return register;
    }

    private EvseReading reading() {
        EvseReading reading = timed("reading()", driver::reading);
        expect(
                reading.milliVolts() >= 0 && reading.milliAmps() >= 0,
                "voltage and current are zero or more",
                reading::toString);
        return reading;
    }

    private void command(EvseCommand command) {
        timed(
                command.toString(),
                () -> {
                    driver.command(command);
                    return command;
                });
    }

    private <T> T timed(String what, Supplier<T> call) {
        long began = System.nanoTime();
        T result = call.get();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        expect(
                took.compareTo(AT_ONCE) < 0,
                "every call returns at once",
                () -> what + " took " + took);
        return result;
    }

    /** Whether it comes true in this time. */
    private boolean within(Duration time, BooleanSupplier condition) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) <= 0; gone = gone.plus(TICK)) {
            if (condition.getAsBoolean()) {
                return true;
            }
            bench.pass(TICK);
        }
        return condition.getAsBoolean();
    }

    private void expect(boolean kept, String promise, Supplier<String> otherwise) {
        if (!kept) {
            found(promise, otherwise.get());
        }
    }

    private void found(String promise, String found) {
        boolean known = findings.stream().anyMatch(finding -> finding.promise().equals(promise));
        if (!known) {
            findings.add(new Finding(promise, found));
        }
    }
}
