package org.plugcharge.evcc.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What a session can be compared by.
 *
 * @param messages everything said on a wire, hardware commands not counted
 * @param answers how many V2G requests were answered
 * @param responseMedian from a V2G request to its answer, as the timeline has it; zero without
 *     answers
 * @param responseP99 99 of 100 answers came faster
 * @param wallTime of the whole run
 * @param wattHours delivered, by the meter
 */
public record KeyFigures(
        int messages,
        int answers,
        Duration responseMedian,
        Duration responseP99,
        Duration wallTime,
        BigDecimal wattHours) {

    /** Counts a timeline. */
    public static KeyFigures of(
            List<Timeline.Entry> timeline, Duration wallTime, BigDecimal wattHours) {
        ResponseTimes times = Exchanges.of(timeline).responseTimes(Layer.V2G);
        int messages = (int) timeline.stream().filter(entry -> entry.layer() != Layer.EVSE).count();
        return new KeyFigures(
                messages, times.count(), times.median(), times.p99(), wallTime, wattHours);
    }
}
