package org.plugcharge.evcc.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.Failure;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** Two thousand stories, each the same every time. */
class SimulationTest {

    private static final int STORIES = 2_000;

    /** All stories, played once for all tests of this class, by as many threads as there are. */
    private static final Played PLAYED = new Played();

    private static final class Played {
        final Map<Long, Simulation.Result> results = new ConcurrentHashMap<>();
        final Map<Long, Throwable> troubles = new ConcurrentHashMap<>();

        Map<Long, Simulation.Result> results() {
            if (results.isEmpty()) {
                seeds().parallel().forEach(this::play);
            }
            return results;
        }

        private void play(long seed) {
            try {
                results.put(seed, new Simulation(Story.of(seed)).play());
            } catch (AssertionError | RuntimeException e) {
                troubles.put(seed, e);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, STORIES), oldTroubles()).distinct();
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

    /** What must hold after every event held; {@link Invariants} says what. */
    @Test
    void noStoryBreaksAnInvariant() {
        assertThat(PLAYED.results()).isNotEmpty();
        assertThat(PLAYED.troubles).isEmpty();
        assertThat(PLAYED.results()).hasSizeGreaterThanOrEqualTo(STORIES);
    }

    @Test
    void everyStoryEndsSafelyOnBothSides() {
        SoftAssertions softly = new SoftAssertions();
        PLAYED.results()
                .forEach((seed, result) ->
                        softly.assertThatCode(() -> endsWell(Story.of(seed), result))
                                .as("seed %d", seed)
                                .doesNotThrowAnyException());
        softly.assertAll();
    }

    private static Simulation.Result result(long seed) {
        return Objects.requireNonNull(PLAYED.results().get(seed));
    }

    private static void endsWell(Story story, Simulation.Result result) {
        assertThat(result.car()).as("%s", story).isInstanceOf(State.Done.class);
        assertThat(result.carContactors()).as("the car's contactors").isFalse();
        assertThat(result.evse().contactor()).isEqualTo(EvseReading.Contactor.OPEN);
        assertThat(result.evse().milliVolts()).isZero();
        assertThat(result.station().map(Object::getClass).map(Class::getSimpleName).orElse("none"))
                .isIn("Closed", "none");
        Invariants seen = result.invariants();
        assertThat(seen.count(ChargingEvent.Started.class))
                .isEqualTo(seen.count(ChargingEvent.Ended.class))
                .isLessThanOrEqualTo(story.extras().mostStarts());
        energyOnlyGrows(seen);
        if (story.undisturbed()) {
            assertThat(((State.Done) result.car()).ending())
                    .as("%s", story)
                    .isEqualTo(
                            new Ending.Completed(
                                    story.mishaps().pauses()
                                            ? StopCause.PAUSED
                                            : StopCause.LOOPS_DONE));
            assertThat(seen.points()).hasSize(story.loops());
            assertThat(seen.notes()).noneMatch(note -> note.contains("not to be believed"));
            assertThat(result.kept().isPresent()).isEqualTo(story.mishaps().pauses());
            if (story.mishaps().meterStuck().isEmpty()) {
                meterAgreesWithBattery(seen, story);
            }
        }
    }

    private static void energyOnlyGrows(Invariants seen) {
        long last = 0;
        for (ChargingEvent event : seen.events()) {
            long now =
                    switch (event) {
                        case ChargingEvent.Started started -> started.meter().wattHours();
                        case ChargingEvent.Metered metered -> metered.meter().wattHours();
                        case ChargingEvent.Ended ended -> ended.meter().wattHours();
                        case ChargingEvent.Connected _, ChargingEvent.Disconnected _ -> last;
                    };
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
    }

    /** Who paused comes back, is known, and charges on; the meter goes on where it stood. */
    @Test
    void aPausedSessionGoesOn() {
        List<Long> paused =
                PLAYED.results().entrySet().stream()
                        .filter(played -> played.getValue().kept().isPresent())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .limit(40)
                        .toList();
        assertThat(paused).hasSize(40);
        for (long seed : paused) {
            Story again = Story.of(seed).resumed();
            Simulation.Result result = new Simulation(again, result(seed).kept()).play();
            assertThat(((State.Done) result.car()).ending())
                    .as("%s", again)
                    .isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
            assertThat(result.invariants().notes())
                    .anyMatch(note -> note.contains("the session goes on"));
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
        assertThat(stories).filteredOn(Story::undisturbed).hasSizeGreaterThan(400);
        assertThat(stories).filteredOn(story -> story.late().isPresent()).hasSizeGreaterThan(100);
        assertThat(stories)
                .filteredOn(story -> story.linkLost().isPresent())
                .hasSizeGreaterThan(100);
        assertThat(stories)
                .filteredOn(story -> story.unplugged().isPresent())
                .hasSizeGreaterThan(100);
        assertThat(stories)
                .filteredOn(story -> story.undisturbed() && story.extras().alternating())
                .hasSizeGreaterThan(100);
        assertThat(stories)
                .filteredOn(story ->
                        story.undisturbed() && story.extras().stationRenegotiates().isPresent())
                .hasSizeGreaterThan(50);
        assertThat(stories)
                .filteredOn(story -> story.mishaps().disturbing().isPresent())
                .hasSizeGreaterThan(200);
        assertThat(stories)
                .filteredOn(story -> story.undisturbed() && story.mishaps().clockJump().isPresent())
                .hasSizeGreaterThan(60);
        assertThat(stories)
                .filteredOn(
                        story -> story.undisturbed() && story.mishaps().carClockJump().isPresent())
                .hasSizeGreaterThan(40);
        Set<Story.Payment> payments = EnumSet.noneOf(Story.Payment.class);
        stories.forEach(story -> payments.add(story.payment()));
        assertThat(payments).containsExactlyInAnyOrder(Story.Payment.values());
    }

    /** The time of day counts for one thing: a contract of ten years ago is none. */
    @Test
    void aCarOfAnotherDecadeTakesNoContract() {
        Story story =
                LongStream.rangeClosed(1, STORIES)
                        .mapToObj(Story::of)
                        .filter(Story::undisturbed)
                        .filter(one -> one.payment() == Story.Payment.INSTALLATION)
                        .findFirst()
                        .orElseThrow();
        Simulation.Result late = new Simulation(story.carSetBy(Duration.ofDays(3_650))).play();
        assertThat(((State.Done) late.car()).ending())
                .isInstanceOfSatisfying(
                        Ending.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isInstanceOf(Failure.BadContract.class));
        assertThat(late.invariants().count(ChargingEvent.Started.class)).isZero();
    }

    @Test
    void endingsAreManifold() {
        List<String> endings = new ArrayList<>();
        for (Simulation.Result result : PLAYED.results().values()) {
            endings.add(
                    switch (((State.Done) result.car()).ending()) {
                        case Ending.Completed completed -> completed.cause().name();
                        case Ending.Failed failed -> failed.failure().getClass().getSimpleName();
                    });
        }
        assertThat(endings)
                .contains(
                        "LOOPS_DONE",
                        "PAUSED",
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
