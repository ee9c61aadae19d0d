package org.plugcharge.evcc.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that jumps from event to event; events of one instant come in the order they were
 * planned.
 */
final class VirtualTime implements InstantSource {

    private record Event(Instant at, long number, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private final Instant start;
    private Instant now;
    private long planned;

    VirtualTime(Instant start) {
        this.start = start;
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** How long the story has lasted. */
    Duration elapsed() {
        return Duration.between(start, now);
    }

    void at(Instant when, Runnable action) {
        events.add(new Event(when.isBefore(now) ? now : when, planned++, action));
    }

    void after(Duration delay, Runnable action) {
        at(now.plus(delay), action);
    }

    /** Lets the next event happen; false if there is none left. */
    boolean next() {
        Event event = events.poll();
        if (event == null) {
            return false;
        }
        now = event.at();
        event.action().run();
        return true;
    }
}
