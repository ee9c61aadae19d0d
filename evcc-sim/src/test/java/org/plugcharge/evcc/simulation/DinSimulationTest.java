package org.plugcharge.evcc.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.simulation.DinSimulation.Trouble;
import org.plugcharge.secc.evse.ChargingEvent;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Seven hundred stories by DIN SPEC 70121, fifty of each trouble, each the same every time. */
class DinSimulationTest {

    private static final int SEEDS = 700;
    private static final long STORED_AT_BEGIN = 77_000 / 5;

    @Test
    void everyStoryEndsSafelyOnBothSidesAndAsItShould() {
        Map<Trouble, Set<String>> endings = new EnumMap<>(Trouble.class);
        for (long seed = 0; seed < SEEDS; seed++) {
            DinSimulation story = new DinSimulation(seed);
            Ending ending = story.play();
            endings.computeIfAbsent(story.trouble, _ -> new HashSet<>()).add(name(ending));
            if (story.trouble == Trouble.NONE || story.trouble == Trouble.SLOW_SCHEDULE) {
                assertThat(ending)
                        .as("seed %s", seed)
                        .isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
                meterAgreesWithBattery(story);
            }
        }
        assertThat(endings).containsOnlyKeys(Trouble.values());
        assertThat(endings.get(Trouble.REFUSED)).containsExactly("Refused");
        assertThat(endings.get(Trouble.SILENT_BACK_END)).containsExactly("Refused");
        assertThat(endings.get(Trouble.UNPLUGGED)).contains("Unplugged");
        assertThat(endings.get(Trouble.DRIVER_STOPS)).contains("DRIVER");
        assertThat(endings.get(Trouble.STATION_STOPS)).contains("STATION");
        assertThat(endings.get(Trouble.EMERGENCY_STOP)).contains("StationFault");
        assertThat(endings.get(Trouble.LATE_ANSWER)).contains("NoAnswer");
        assertThat(endings.get(Trouble.GARBLED_ANSWER)).contains("Garbled");
        assertThat(endings.get(Trouble.GARBLED_REQUEST)).contains("LinkLost");
        assertThat(endings.get(Trouble.OTHER_SCHEDULE)).containsExactly("LOOPS_DONE");
    }

    private static String name(Ending ending) {
        return switch (ending) {
            case Ending.Completed completed -> completed.cause().name();
            case Ending.Failed failed -> failed.failure().getClass().getSimpleName();
        };
    }

    /**
     * The meter counts what left the station; the battery, which looks only once a loop, must have
     * got about that.
     */
    private static void meterAgreesWithBattery(DinSimulation story) {
        assertThat(story.count(ChargingEvent.Started.class)).isOne();
        long received = story.points.getLast().storedWh() - STORED_AT_BEGIN;
        assertThat(received).isBetween(1L, story.metered() + 20);
        assertThat(story.metered()).isLessThan(received + 60);
    }

    @Test
    void oneSeedIsOneStory() {
        DinSimulation first = new DinSimulation(42);
        DinSimulation second = new DinSimulation(42);
        assertThat(second.play()).isEqualTo(first.play());
        assertThat(second.points).isEqualTo(first.points).isNotEmpty();
        assertThat(second.events).isEqualTo(first.events);
    }
}
