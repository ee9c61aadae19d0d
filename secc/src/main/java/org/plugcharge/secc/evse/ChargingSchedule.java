package org.plugcharge.secc.evse;

import org.plugcharge.exi.Bytes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much power a vehicle may draw from now on; one of up to three it may choose from.
 *
 * @param id 1 to 255; the vehicle chooses by it
 * @param steps from when on how much; the first begins at zero, each ends where the next begins
 * @param length from now to the end of the last step, at most a day
 * @param salesTariff what the energy costs: a SalesTariff of ISO 15118-2 as its mobility operator
 *     signed it, an EXI fragment; see {@link ScheduleOffer#signature}
 */
public record ChargingSchedule(
        int id, List<Step> steps, Duration length, Optional<Bytes> salesTariff) {

    private static final int MAX_ID = 255;
    private static final int MAX_STEPS = 1024;
    private static final Duration DAY = Duration.ofDays(1);

    /** At most {@code watts} from {@code start} on, counted from the beginning of the schedule. */
    public record Step(Duration start, int watts) {}

    /** {@link IllegalArgumentException} for a schedule that can't be. */
    public ChargingSchedule {
        steps = List.copyOf(steps);
        if (id < 1 || id > MAX_ID || steps.isEmpty() || steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException(
                    "expected an id from 1 to 255 and 1 to 1024 steps, got id "
                            + id
                            + " and "
                            + steps.size()
                            + " steps");
        }
        Duration before = Duration.ofSeconds(-1);
        for (Step step : steps) {
            if (step.start().compareTo(before) <= 0 || step.watts() < 0) {
                throw new IllegalArgumentException(
                        "expected steps in order and no negative power, got " + steps);
            }
            before = step.start();
        }
        if (!steps.getFirst().start().isZero()
                || length.compareTo(before) <= 0
                || length.compareTo(DAY) > 0) {
            throw new IllegalArgumentException(
                    "expected a schedule from zero to at most a day, got "
                            + steps
                            + " to "
                            + length);
        }
    }

    /** The same power for a whole day. */
    public static ChargingSchedule wholeDay(int id, int watts) {
        return new ChargingSchedule(
                id, List.of(new Step(Duration.ZERO, watts)), DAY, Optional.empty());
    }

    /** What may be drawn this long after the beginning, in W; the last step goes on. */
    public int wattsAfter(Duration elapsed) {
        return steps.reversed().stream()
                .filter(step -> step.start().compareTo(elapsed) <= 0)
                .findFirst()
                .orElse(steps.getFirst())
                .watts();
    }

    /** The same schedule with no step above {@code watts}. */
    public ChargingSchedule atMost(int watts) {
        return new ChargingSchedule(
                id,
                steps.stream()
                        .map(step -> new Step(step.start(), Math.min(step.watts(), watts)))
                        .toList(),
                length,
                salesTariff);
    }
}
