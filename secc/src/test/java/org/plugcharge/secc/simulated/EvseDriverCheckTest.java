package org.plugcharge.secc.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.secc.evse.EvseDriverCheck;
import org.plugcharge.secc.evse.EvseDriverCheck.Finding;
import org.plugcharge.secc.evse.EvseLimits;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.MeterReading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The check of drivers: both simulated outlets keep every promise, a broken one is found. */
class EvseDriverCheckTest {

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    private EvseDriverCheck.Bench bench(Consumer<ControlPilot> pilot) {
        return new EvseDriverCheck.Bench() {
            @Override
            public void pass(Duration time) {
                now = now.plus(time);
            }

            @Override
            public void pilot(ControlPilot shown) {
                pilot.accept(shown);
            }
        };
    }

    private SimulatedEvse dc() {
        return new SimulatedEvse(SimulatedEvse.HIGH_POWER, "M", () -> now);
    }

    @Test
    void theSimulatedOutletOfDirectCurrentKeepsEveryPromise() {
        SimulatedEvse evse = dc();
        assertThat(EvseDriverCheck.run(evse, bench(evse::pilot))).isEmpty();
        assertThat(evse.reading().contactor()).isEqualTo(Contactor.OPEN);
        assertThat(evse.meter().wattHours()).isGreaterThan(30);
    }

    @Test
    void theSimulatedOutletOfAlternatingCurrentKeepsEveryPromise() {
        SimulatedAcEvse evse =
                new SimulatedAcEvse(SimulatedAcEvse.THREE_PHASES_32_A, "M", () -> now).withSocket();
        assertThat(EvseDriverCheck.run(evse, bench(evse::pilot))).isEmpty();
        assertThat(evse.meter().wattHours()).isGreaterThan(50);
    }

    @Test
    void anOutletWithoutPilotIsFound() {
        assertThat(promises(EvseDriverCheck.run(dc(), bench(_ -> {}))))
                .contains("there is a control pilot");
    }

    private static List<String> promises(List<Finding> findings) {
        return findings.stream().map(Finding::promise).toList();
    }

    /** One thing that a driver does wrong, and the promise it breaks. */
    enum Flaw {
        DEAF_LISTENER("the listener hears of the contactor"),
        NEVER_CLOSES("the contactor closes within 3 s"),
        NEVER_OPENS("the contactor opens within 3 s"),
        NO_PRE_CHARGE("pre-charge comes within 20 V of its target within 5 s"),
        NO_ISOLATION("the isolation is known within 38 s"),
        TOO_MUCH_CURRENT("no more current than commanded"),
        METER_STANDS("the register counts the energy that voltage and current show"),
        METER_FALLS("the register only grows"),
        LONG_NAME("the meter's name has 1 to 32 characters"),
        NEGATIVE("voltage and current are zero or more"),
        BOTH_LISTENERS("a later listener replaces the one before"),
        THROWS("a driver never throws, it reports a fault"),
        LATE_PILOT("the pilot of the plug is seen within 0.25 s"),
        VOLTAGE_STAYS("the output is below 60 V a second after it was opened");

        private final String promise;

        Flaw(String promise) {
            this.promise = promise;
        }
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void aBrokenDriverIsFound(Flaw flaw) {
        SimulatedEvse evse = dc();
        Consumer<ControlPilot> pilot =
                flaw == Flaw.LATE_PILOT ? _ -> evse.pilot(ControlPilot.C) : evse::pilot;
        assertThat(promises(EvseDriverCheck.run(new Broken(evse, flaw), bench(pilot))))
                .contains(flaw.promise);
    }

    /** A good driver with one flaw. */
    private static final class Broken implements EvseDriver {
        private final SimulatedEvse good;
        private final Flaw flaw;
        private long falls = 1_000;
        private Runnable first = () -> {};

        Broken(SimulatedEvse good, Flaw flaw) {
            this.good = good;
            this.flaw = flaw;
        }

        @Override
        public EvseLimits limits() {
            return good.limits();
        }

        @Override
        public EvseReading reading() {
            EvseReading right = good.reading();
            return switch (flaw) {
                case TOO_MUCH_CURRENT -> with(right, right.milliVolts(), right.milliAmps() * 2);
                case NEGATIVE -> with(right, right.milliVolts(), -1);
                case VOLTAGE_STAYS -> with(right, 400_000, right.milliAmps());
                case NO_ISOLATION ->
                        new EvseReading(
                                right.pilot(),
                                right.contactor(),
                                EvseReading.Isolation.CHECKING,
                                right.milliVolts(),
                                right.milliAmps(),
                                right.fault());
                default -> right;
            };
        }

        private static EvseReading with(EvseReading right, int milliVolts, int milliAmps) {
            return new EvseReading(
                    right.pilot(),
                    right.contactor(),
                    right.isolation(),
                    milliVolts,
                    milliAmps,
                    right.fault());
        }

        @Override
        public MeterReading meter() {
            MeterReading right = good.meter();
            return switch (flaw) {
                case METER_STANDS -> new MeterReading("M", right.at(), 0);
                case METER_FALLS -> new MeterReading("M", right.at(), falls--);
                case LONG_NAME -> new MeterReading("M".repeat(33), right.at(), right.wattHours());
                default -> right;
            };
        }

        @Override
        public void command(EvseCommand command) {
            switch (command) {
                case EvseCommand.CloseContactor _ when flaw == Flaw.NEVER_CLOSES -> {}
                case EvseCommand.OpenContactor _ when flaw == Flaw.NEVER_OPENS -> {}
                case EvseCommand.PreCharge _ when flaw == Flaw.NO_PRE_CHARGE -> {}
                case EvseCommand.CheckCable _ when flaw == Flaw.THROWS ->
                        throw new IllegalStateException("no isolation monitor");
                case EvseCommand other -> good.command(other);
            }
        }

        @Override
        public void onChange(Runnable changed) {
            if (flaw == Flaw.BOTH_LISTENERS) {
                Runnable before = first;
                first = changed;
                good.onChange(() -> {
                    before.run();
                    changed.run();
                });
            } else if (flaw != Flaw.DEAF_LISTENER) {
                good.onChange(changed);
            }
        }
    }
}
