package org.plugcharge.evcc.fleet;

import org.plugcharge.evcc.script.Answer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What all cars of a fleet met, as it grows. Safe for use by several threads. */
public final class FleetSummary {

    private final LongAdder arrived = new LongAdder();
    private final LongAdder charged = new LongAdder();
    private final LongAdder misbehaved = new LongAdder();
    private final LongAdder wattHours = new LongAdder();
    private final AtomicLong busy = new AtomicLong();
    private final SortedMap<String, LongAdder> failures = new ConcurrentSkipListMap<>();
    private final SortedMap<String, Latencies> answers = new ConcurrentSkipListMap<>();

    /** The times of one kind of answer. */
    public record AnswerTimes(String message, long count, Duration median, Duration p99) {}

    void arrived() {
        arrived.increment();
        busy.incrementAndGet();
    }

    void left() {
        busy.decrementAndGet();
    }

    void charged(long wh) {
        charged.increment();
        wattHours.add(wh);
    }

    void misbehaved() {
        misbehaved.increment();
    }

    void failed(String cause) {
        failures.computeIfAbsent(cause, _ -> new LongAdder()).increment();
    }

    void answered(List<Answer> all) {
        all.forEach(answer ->
                answers.computeIfAbsent(answer.message(), _ -> new Latencies()).add(answer.time()));
    }

    /** How many cars have come. */
    public long arrivedCars() {
        return arrived.sum();
    }

    /** How many are at a station or wait for one. */
    public long busyCars() {
        return busy.get();
    }

    /** How many charged in order. */
    public long chargedCars() {
        return charged.sum();
    }

    /** How many misbehaved and were taken as they must be. */
    public long misbehavedCars() {
        return misbehaved.sum();
    }

    /** The energy charged, in Wh. */
    public long wattHours() {
        return wattHours.sum();
    }

    /** How many cars failed. */
    public long failedCars() {
        return failures.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How many failed for which cause. */
    public Map<String, Long> failures() {
        SortedMap<String, Long> counted = new java.util.TreeMap<>();
        failures.forEach((cause, count) -> counted.put(cause, count.sum()));
        return counted;
    }

    /** The times of every kind of answer. */
    public List<AnswerTimes> answerTimes() {
        return answers.entrySet().stream()
                .map(entry ->
                        new AnswerTimes(
                                entry.getKey(),
                                entry.getValue().count(),
                                entry.getValue().percentile(50),
                                entry.getValue().percentile(99)))
                .toList();
    }
}
