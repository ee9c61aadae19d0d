package org.plugcharge.evcc.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.evcc.fleet.FleetSummary.AnswerTimes;
import org.plugcharge.evcc.host.Approach;
import org.plugcharge.evcc.host.Wiretap;
import org.plugcharge.evcc.hostile.Bench;
import org.plugcharge.evcc.hostile.Target;
import org.plugcharge.evcc.script.Script;
import org.plugcharge.evcc.script.ScriptFile;
import org.plugcharge.secc.host.Depot;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Many cars at a few of our stations. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class FleetHostTest {

    private static final Script CHARGE =
            ScriptFile.parse(
                    "charge",
                    "version: 1\ncar: {pace: 5 ms, patience: 20}\n"
                            + "driver: [plug in, {charge: 3 loops}]");

    private final TestPki pki = TestPki.create(9, Instant.now());

    @Test
    void carsShareConnectorsAndSomeMisbehave() throws Exception {
        try (Bench one = new Bench(pki);
                Bench two = new Bench(pki)) {
            Fleet fleet =
                    new Fleet(
                            new FleetSettings(12, 100, 25, 5),
                            CHARGE,
                            List.of(stall(one), stall(two)));
            FleetSummary summary = fleet.run();
            assertThat(summary.failures()).isEmpty();
            assertThat(summary.arrivedCars()).isEqualTo(12);
            assertThat(summary.busyCars()).isZero();
            assertThat(summary.chargedCars() + summary.misbehavedCars()).isEqualTo(12);
            assertThat(summary.misbehavedCars()).isPositive();
            assertThat(summary.answerTimes())
                    .extracting(AnswerTimes::message)
                    .contains("SessionSetupRes", "CurrentDemandRes");
            assertThat(count(summary, "CurrentDemandRes")).isEqualTo(3 * summary.chargedCars());
        }
    }

    /** A hundred cars, a thread each, and the stations they charge at, all in this process. */
    @Test
    void aHundredCarsChargeAtADepotOfFifty() throws Exception {
        Script charge =
                ScriptFile.parse(
                        "charge",
                        "version: 1\ncar: {pace: 20 ms, patience: 100}\n"
                                + "driver: [plug in, {charge: 3 loops}]");
        try (Depot depot = new Depot(2)) {
            List<Stall> stalls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                stalls.add(stall(Bench.in(depot, pki)));
            }
            FleetSummary summary =
                    new Fleet(new FleetSettings(100, 1_000, 0, 3), charge, stalls).run();
            assertThat(summary.failures()).isEmpty();
            assertThat(summary.chargedCars()).isEqualTo(100);
            assertThat(count(summary, "CurrentDemandRes")).isEqualTo(300);
            assertThat(depot.stations()).hasSize(50);
        }
    }

    @Test
    void failuresAreCountedByCause() throws Exception {
        Script contract =
                ScriptFile.parse(
                        "contract",
                        "version: 1\ndriver: [{pay: contract}, plug in, {charge: 1 loops}]");
        try (Bench bench = new Bench(pki)) {
            FleetSummary summary =
                    new Fleet(new FleetSettings(2, 1_000, 0, 1), contract, List.of(stall(bench)))
                            .run();
            assertThat(summary.failures())
                    .containsExactly(
                            entry(
                                    "not-connected: a contract needs certificates: give --pki DIR",
                                    2L));
        }
    }

    @Test
    void latenciesAreExactToTwoPercent() {
        Latencies latencies = new Latencies();
        assertThat(latencies.percentile(50)).isZero();
        for (int ms = 1; ms <= 1_000; ms++) {
            latencies.add(Duration.ofMillis(ms));
        }
        assertThat(latencies.count()).isEqualTo(1_000);
        assertThat(latencies.percentile(50).toMillis()).isCloseTo(500, within(11L));
        assertThat(latencies.percentile(99).toMillis()).isCloseTo(990, within(21L));
    }

    @Test
    void fleetThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new FleetSettings(0, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FleetSettings(1, Double.NaN, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FleetSettings(1, 1, 101, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long count(FleetSummary summary, String message) {
        return summary.answerTimes().stream()
                .filter(times -> times.message().equals(message))
                .mapToLong(AnswerTimes::count)
                .sum();
    }

    private static Stall stall(Bench bench) {
        return new Stall(
                new Approach(
                        Bench.loopback(),
                        bench.discoveryPort(),
                        SdpSecurity.NONE,
                        Optional.empty(),
                        Wiretap.NONE,
                        KeyLog.NONE),
                new Target(
                        Bench.loopback(),
                        bench.discoveryPort(),
                        Optional.empty(),
                        () -> Target.Heard.NOBODY,
                        Bench.PATIENCE));
    }
}
