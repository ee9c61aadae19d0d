package org.plugcharge.secc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.v2g.iso2.CurrentDemandRes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody sets the station's time of day while a vehicle charges: the session's limits neither
 * come early nor late, its record stays exact, and the next session goes by the new time.
 */
class ClockJumpTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final TestStation backEnd = new TestStation();
    private Instant timeOfDay = START;
    private final Outlet outlet =
            PluggedCar.outlet(TestStation.settings(TlsPolicy.ALLOW), backEnd, () -> timeOfDay);

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "PT24H", "PT-24H"})
    void theLimitsAreThoseOfASteadyClock(String jump) {
        try (PluggedCar car = charging()) {
            timeOfDay = timeOfDay.plus(Duration.parse(jump));
            assertThat(car.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            car.pass(Duration.ofMillis(59_990));
            assertThat(outlet.inSession()).as("10 ms before the limit").isTrue();
            assertThat(contactor()).isEqualTo(Contactor.CLOSED);
            car.pass(Duration.ofMillis(20));
            assertThat(outlet.inSession()).as("10 ms after the limit").isFalse();
            assertThat(contactor()).isEqualTo(Contactor.OPEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "PT24H", "PT-24H"})
    void theRecordOfAChargeIsExactAndTheNextGoesByTheNewTime(String jump) {
        try (PluggedCar car = charging()) {
            for (int i = 0; i < 60; i++) {
                car.pass(Duration.ofSeconds(1));
                timeOfDay = i == 30 ? timeOfDay.plus(Duration.parse(jump)) : timeOfDay;
                assertThat(car.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            }
        }
        ChargingEvent begin = last(ChargingEvent.Started.class);
        ChargingEvent end = last(ChargingEvent.Ended.class);
        assertThat(Duration.between(begin.at(), end.at())).isEqualTo(Duration.ofSeconds(60));
        assertThat(count(ChargingEvent.Metered.class)).isEqualTo(60 / 5);
        List<Instant> times =
                new ArrayList<>(backEnd.told.stream().map(ChargingEvent::at).toList());
        assertThat(times).isSorted();

        try (PluggedCar next = charging()) {
            assertThat(next.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            assertThat(last(ChargingEvent.Started.class).at())
                    .isEqualTo(START.plus(Duration.parse(jump)));
        }
    }

    private PluggedCar charging() {
        PluggedCar car = new PluggedCar(outlet, true);
        car.negotiate();
        Road.TO_POWER.forEach(car::askOn);
        return car;
    }

    private Contactor contactor() {
        return outlet.driver().reading().contactor();
    }

    private ChargingEvent last(Class<? extends ChargingEvent> kind) {
        return backEnd.told.stream().filter(kind::isInstance).toList().getLast();
    }

    private long count(Class<? extends ChargingEvent> kind) {
        return backEnd.told.stream().filter(kind::isInstance).count();
    }
}
