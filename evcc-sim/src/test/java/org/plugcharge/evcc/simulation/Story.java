package org.plugcharge.evcc.simulation;

import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.EvseReading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What one seed has in store. About a third of the stories go undisturbed; in the others one thing,
 * sometimes two, go wrong at a time that may lie anywhere in the session.
 */
record Story(
        long seed,
        Payment payment,
        Duration latency,
        Duration jitter,
        int loops,
        Duration backEnd,
        Optional<Refusal> refusal,
        Optional<LateAnswer> late,
        Optional<Duration> linkLost,
        Optional<Duration> unplugged,
        Optional<Duration> driverStops,
        Optional<Duration> stationStops,
        Optional<Duration> emergencyStop,
        Optional<Duration> malfunction,
        Optional<Integer> garbledAnswer,
        Extras extras,
        Mishaps mishaps) {

    private static final List<Payment> PAYMENTS = List.of(Payment.values());
    private static final List<Refusal> REFUSALS = List.of(Refusal.values());

    /** How the car pays. */
    enum Payment {
        EXTERNAL,
        CONTRACT,
        INSTALLATION,
        UPDATE
    }

    /**
     * What a story has beside the plain course of a session.
     *
     * @param alternating whether the outlet is one of AC
     * @param receiptEvery how often the station wants receipts
     * @param renegotiateAfter after how many loops the car asks for other schedules; 0 for never
     * @param stationRenegotiates when the station has other schedules
     * @param carChecksCable whether the car checks the cable again when it renegotiates
     * @param offers whether the back end offers schedules with signed tariffs
     */
    record Extras(
            boolean alternating,
            Optional<Duration> receiptEvery,
            int renegotiateAfter,
            Optional<Duration> stationRenegotiates,
            boolean carChecksCable,
            boolean offers) {

        static Extras of(long seed) {
            SplittableRandom dice = new SplittableRandom(seed * 31 + 7);
            Trouble some = new Trouble(dice);
            return new Extras(
                    some.of(3),
                    some.of(2)
                            ? Optional.of(Duration.ofMillis(dice.nextLong(100, 2_000)))
                            : Optional.empty(),
                    some.of(3) ? dice.nextInt(1, 10) : 0,
                    some.sometime(4),
                    some.of(2),
                    some.of(2));
        }

        /** How often energy may begin to flow. */
        int mostStarts() {
            return !alternating && carChecksCable
                    ? 1 + (renegotiateAfter > 0 ? 1 : 0) + (stationRenegotiates.isPresent() ? 1 : 0)
                    : 1;
        }
    }

    /**
     * What else goes wrong, in every third story one thing.
     *
     * @param lostRequest the request with this number never arrives
     * @param repeatedRequest the request with this number arrives twice
     * @param replayedRequest in place of the request with this number the one before comes again
     * @param pilot what the control pilot shows by mistake, and when
     * @param meterStuck when the meter stops to count
     * @param clockJump when the station's clock jumps by an hour, a day or a year, to and fro
     * @param carClockJump the same of the car's time of day, in every tenth story, beside whatever
     *     else
     * @param pauses whether the car pauses at the end and comes back
     */
    record Mishaps(
            Optional<Integer> lostRequest,
            Optional<Integer> repeatedRequest,
            Optional<Integer> replayedRequest,
            Optional<PilotSlip> pilot,
            Optional<Duration> meterStuck,
            Optional<ClockJump> clockJump,
            Optional<ClockJump> carClockJump,
            boolean pauses) {

        static final Mishaps NONE =
                new Mishaps(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);

        private static final int KINDS = 21;

        /** The pilot shows this, for a moment or for ever. */
        record PilotSlip(Duration when, EvseReading.ControlPilot shown, Duration lasting) {}

        /** The clock is set. */
        record ClockJump(Duration when, Duration by) {}

        static Mishaps of(long seed) {
            SplittableRandom dice = new SplittableRandom(seed * 131 + 3);
            int kind = dice.nextInt(KINDS);
            boolean pauses = dice.nextInt(4) == 0;
            Duration when = Duration.ofMillis(dice.nextLong(1, 9_000));
            int number = dice.nextInt(1, 30);
            return new Mishaps(
                    kind == 0 ? Optional.of(number) : Optional.empty(),
                    kind == 1 ? Optional.of(number) : Optional.empty(),
                    kind == 2 ? Optional.of(number + 1) : Optional.empty(),
                    kind == 3 || kind == 4
                            ? Optional.of(
                                    new PilotSlip(
                                            when,
                                            List.of(
                                                            EvseReading.ControlPilot.B,
                                                            EvseReading.ControlPilot.E,
                                                            EvseReading.ControlPilot.F)
                                                    .get(dice.nextInt(3)),
                                            Duration.ofMillis(dice.nextLong(1, 4_000))))
                            : Optional.empty(),
                    kind == 5 ? Optional.of(when) : Optional.empty(),
                    kind == 6
                            ? Optional.of(
                                    new ClockJump(
                                            when,
                                            Duration.ofHours(dice.nextBoolean() ? 1 : 8_760)
                                                    .multipliedBy(dice.nextBoolean() ? 1 : -1)))
                            : dayJump(seed),
                    carJump(seed),
                    pauses);
        }

        /** In every twelfth story, so that the other stories stay as they were. */
        private static Optional<ClockJump> dayJump(long seed) {
            return seed % 12 == 5 ? Optional.of(jump(seed * 17 + 1, 24)) : Optional.empty();
        }

        private static Optional<ClockJump> carJump(long seed) {
            return seed % 10 == 3
                    ? Optional.of(jump(seed * 19 + 1, seed % 20 == 3 ? 1 : 24))
                    : Optional.empty();
        }

        private static ClockJump jump(long seed, int hours) {
            SplittableRandom dice = new SplittableRandom(seed);
            return new ClockJump(
                    Duration.ofMillis(dice.nextLong(1, 9_000)),
                    Duration.ofHours(dice.nextBoolean() ? hours : -hours));
        }

        /** What of it makes another end likely; a stuck meter and a new time of day do not. */
        Optional<Object> disturbing() {
            return Stream.<Optional<?>>of(lostRequest, repeatedRequest, replayedRequest, pilot)
                    .flatMap(Optional::stream)
                    .map(Object.class::cast)
                    .findFirst();
        }
    }

    /** The answer with this number comes that much later. */
    record LateAnswer(int number, Duration delay) {}

    static Story of(long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        Payment payment = PAYMENTS.get(dice.nextInt(PAYMENTS.size()));
        Duration latency = Duration.ofNanos(dice.nextLong(100_000, 8_000_000));
        Duration jitter = Duration.ofNanos(dice.nextLong(0, 6_000_000));
        int loops = dice.nextInt(1, 40);
        Duration backEnd = Duration.ofMillis(dice.nextLong(1, 3_000));
        Trouble trouble = new Trouble(dice);
        return new Story(
                seed,
                payment,
                latency,
                jitter,
                loops,
                trouble.of(12) ? Duration.ofSeconds(dice.nextLong(20, 90)) : backEnd,
                trouble.of(10)
                        ? Optional.of(REFUSALS.get(dice.nextInt(REFUSALS.size())))
                        : Optional.empty(),
                trouble.of(8)
                        ? Optional.of(
                                new LateAnswer(
                                        dice.nextInt(1, 40),
                                        Duration.ofMillis(dice.nextLong(20, 7_000))))
                        : Optional.empty(),
                trouble.sometime(10),
                trouble.sometime(10),
                trouble.sometime(10),
                trouble.sometime(10),
                trouble.sometime(14),
                trouble.sometime(14),
                trouble.of(14) ? Optional.of(dice.nextInt(1, 40)) : Optional.empty(),
                Extras.of(seed),
                Mishaps.of(seed));
    }

    /** The same with a car whose time of day is that far off from the beginning. */
    Story carSetBy(Duration by) {
        return new Story(
                seed,
                payment,
                latency,
                jitter,
                loops,
                backEnd,
                refusal,
                late,
                linkLost,
                unplugged,
                driverStops,
                stationStops,
                emergencyStop,
                malfunction,
                garbledAnswer,
                extras,
                new Mishaps(
                        mishaps.lostRequest(),
                        mishaps.repeatedRequest(),
                        mishaps.replayedRequest(),
                        mishaps.pilot(),
                        mishaps.meterStuck(),
                        mishaps.clockJump(),
                        Optional.of(new Mishaps.ClockJump(Duration.ZERO, by)),
                        mishaps.pauses()));
    }

    /** The second half of a paused session: the same car comes back and nothing disturbs it. */
    Story resumed() {
        return new Story(
                seed,
                payment == Payment.EXTERNAL ? Payment.EXTERNAL : Payment.CONTRACT,
                latency,
                jitter,
                loops,
                Duration.ofMillis(50),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                extras,
                Mishaps.NONE);
    }

    /** Whether nothing disturbs this story, so that it must end well. */
    boolean undisturbed() {
        return refusal.isEmpty()
                && late.isEmpty()
                && linkLost.isEmpty()
                && unplugged.isEmpty()
                && driverStops.isEmpty()
                && stationStops.isEmpty()
                && emergencyStop.isEmpty()
                && malfunction.isEmpty()
                && garbledAnswer.isEmpty()
                && mishaps.disturbing().isEmpty()
                && backEnd.compareTo(Duration.ofSeconds(4)) < 0;
    }

    /** Dice for things that go wrong. */
    private record Trouble(SplittableRandom dice) {

        boolean of(int oneIn) {
            return dice.nextInt(oneIn) == 0;
        }

        Optional<Duration> sometime(int oneIn) {
            return of(oneIn)
                    ? Optional.of(Duration.ofMillis(dice.nextLong(1, 9_000)))
                    : Optional.empty();
        }
    }
}
