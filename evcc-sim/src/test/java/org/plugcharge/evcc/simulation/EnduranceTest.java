package org.plugcharge.evcc.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.State;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseReading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The endurance list of ISO 15118-4 in virtual time: twenty sessions of two minutes, two of fifteen
 * and one of forty-five, in a row at one outlet, plugged out in between; with receipts where a
 * contract pays.
 */
class EnduranceTest {

    private static final Duration LOOP = Duration.ofSeconds(2);
    private static final int LOOPS_PER_MINUTE = 30;
    private static final int WATTS = 20_000;
    private static final Duration RECEIPT_EVERY = Duration.ofMinutes(1);
    private static final Simulation.Terms TERMS =
            new Simulation.Terms(
                    WATTS, new Pace(LOOP, Duration.ofMillis(100), 1), Duration.ofMinutes(60));

    @ParameterizedTest
    @CsvSource({
        "false, EXTERNAL",
        "false, CONTRACT",
        "true, EXTERNAL",
        "true, CONTRACT",
    })
    void allSessionsOfTheListCompleteInARow(boolean alternating, Story.Payment payment) {
        Simulation.Place place = Simulation.Place.of(alternating);
        List<Integer> minutes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            minutes.add(2);
        }
        minutes.addAll(List.of(15, 15, 45, 2));
        long register = 0;
        for (int i = 0; i < minutes.size(); i++) {
            register = charge(place, story(i, alternating, payment, minutes.get(i)), register);
            place.evse().pilot(EvseReading.ControlPilot.A);
        }
        assertThat(register).isGreaterThan(20_000);
    }

    /** One session; the register afterwards. */
    private static long charge(Simulation.Place place, Story story, long register) {
        Simulation.Result result = new Simulation(story, Optional.empty(), place, TERMS).play();
        assertThat(((State.Done) result.car()).ending())
                .isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
        assertThat(result.lasted()).isGreaterThan(LOOP.multipliedBy(story.loops() - 1L));
        assertThat(result.evse().contactor()).isEqualTo(EvseReading.Contactor.OPEN);
        List<ChargingEvent> events = result.invariants().events();
        ChargingEvent.Started started = only(events, ChargingEvent.Started.class);
        ChargingEvent.Ended ended = only(events, ChargingEvent.Ended.class);
        assertThat(started.meter().wattHours()).isEqualTo(register);
        long minutes = story.loops() / LOOPS_PER_MINUTE;
        long most = story.extras().alternating() ? 11_100 : WATTS;
        assertThat(ended.meter().wattHours() - register)
                .isBetween(most * minutes * 8 / 600, most * minutes * 11 / 600 + 20);
        boolean receipts = story.payment() == Story.Payment.CONTRACT && minutes > 1;
        assertThat(result.invariants().receipts())
                .isBetween(receipts ? minutes - 1 : 0, receipts ? minutes : 0);
        return ended.meter().wattHours();
    }

    private static <E extends ChargingEvent> E only(List<ChargingEvent> events, Class<E> kind) {
        List<E> found = events.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Story story(
            int number, boolean alternating, Story.Payment payment, int minutes) {
        return new Story(
                number,
                payment,
                Duration.ofMillis(2),
                Duration.ofMillis(1),
                minutes * LOOPS_PER_MINUTE,
                Duration.ofMillis(300),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Story.Extras(
                        alternating, Optional.of(RECEIPT_EVERY), 0, Optional.empty(), false, false),
                Story.Mishaps.NONE);
    }
}
