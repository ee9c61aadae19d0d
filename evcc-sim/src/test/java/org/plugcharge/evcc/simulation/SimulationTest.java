package org.plugcharge.evcc.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.State;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseReading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;

/** Two hundred stories, each the same every time. */
class SimulationTest {

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 200), oldTroubles()).distinct();
    }

    /** The seeds of seeds.txt. */
    private static LongStream oldTroubles() {
        try (InputStream in =
                Objects.requireNonNull(SimulationTest.class.getResourceAsStream("seeds.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(' '))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStoryEndsSafelyOnBothSides(long seed) {
        Story story = Story.of(seed);
        Simulation.Result result = new Simulation(story).play();

        assertThat(result.car()).as("%s", story).isInstanceOf(State.Done.class);
        assertThat(result.carContactors()).as("the car's contactors").isFalse();
        assertThat(result.evse().contactor()).isEqualTo(EvseReading.Contactor.OPEN);
        assertThat(result.evse().milliVolts()).isZero();
        assertThat(result.station().orElseThrow().getClass().getSimpleName()).isEqualTo("Closed");
        Invariants seen = result.invariants();
        assertThat(seen.count(ChargingEvent.Started.class))
                .isEqualTo(seen.count(ChargingEvent.Ended.class))
                .isLessThanOrEqualTo(story.extras().mostStarts());
        if (story.undisturbed()) {
            assertThat(((State.Done) result.car()).ending())
                    .as("%s", story)
                    .isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
            assertThat(seen.points()).hasSize(story.loops());
            assertThat(seen.notes()).noneMatch(note -> note.contains("not to be believed"));
            meterAgreesWithBattery(seen, story);
        }
    }

    /**
     * The meter counts what left the station; the battery, which looks only once a loop, must have
     * got about that.
     */
    private static void meterAgreesWithBattery(Invariants seen, Story story) {
        ChargingEvent.Started started = first(seen, ChargingEvent.Started.class);
        ChargingEvent.Ended ended =
                (ChargingEvent.Ended)
                        seen.events().stream()
                                .filter(ChargingEvent.Ended.class::isInstance)
                                .reduce((_, last) -> last)
                                .orElseThrow();
        long metered = ended.meter().wattHours() - started.meter().wattHours();
        List<ChargePoint> points = seen.points();
        long received = points.getLast().storedWh() - 77_000 / 5;
        assertThat(received).isBetween(0L, metered + 20);
        assertThat(metered).isLessThan(received + 60L * story.extras().mostStarts() + 60);
    }

    private static <E extends ChargingEvent> E first(Invariants seen, Class<E> kind) {
        return seen.events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void seedsCoverWhatCanGoWrong() {
        List<Story> stories = seeds().mapToObj(Story::of).toList();
        assertThat(stories).filteredOn(Story::undisturbed).hasSizeGreaterThan(40);
        assertThat(stories).filteredOn(story -> story.late().isPresent()).hasSizeGreaterThan(10);
        assertThat(stories)
                .filteredOn(story -> story.linkLost().isPresent())
                .hasSizeGreaterThan(10);
        assertThat(stories)
                .filteredOn(story -> story.unplugged().isPresent())
                .hasSizeGreaterThan(10);
        assertThat(stories)
                .filteredOn(story -> story.undisturbed() && story.extras().alternating())
                .hasSizeGreaterThan(10);
        assertThat(stories)
                .filteredOn(story ->
                        story.undisturbed() && story.extras().stationRenegotiates().isPresent())
                .hasSizeGreaterThan(5);
        Set<Story.Payment> payments = EnumSet.noneOf(Story.Payment.class);
        stories.forEach(story -> payments.add(story.payment()));
        assertThat(payments).containsExactlyInAnyOrder(Story.Payment.values());
    }

    @Test
    void endingsAreManifold() {
        List<String> endings = new ArrayList<>();
        seeds().limit(100)
                .forEach(seed -> {
                    Ending ending =
                            ((State.Done) new Simulation(Story.of(seed)).play().car()).ending();
                    endings.add(
                            switch (ending) {
                                case Ending.Completed completed -> completed.cause().name();
                                case Ending.Failed failed ->
                                        failed.failure().getClass().getSimpleName();
                            });
                });
        assertThat(endings)
                .contains(
                        "LOOPS_DONE",
                        "DRIVER",
                        "STATION",
                        "Refused",
                        "LinkLost",
                        "Unplugged",
                        "NoAnswer",
                        "Garbled",
                        "StationFault");
    }

    @Test
    void oneSeedIsOneStory() {
        Simulation.Result first = new Simulation(Story.of(42)).play();
        Simulation.Result second = new Simulation(Story.of(42)).play();
        assertThat(second.lasted()).isEqualTo(first.lasted()).isLessThan(Duration.ofMinutes(10));
        assertThat(second.invariants().points()).isEqualTo(first.invariants().points());
    }
}
