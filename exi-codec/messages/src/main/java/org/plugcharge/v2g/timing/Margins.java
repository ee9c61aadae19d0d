package org.plugcharge.v2g.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How near each timer of one session came to its limit: an observer beside the session, told what
 * was armed and disarmed. Not safe for several threads.
 */
public final class Margins {

    private final Map<String, Margin> longest = new LinkedHashMap<>();
    private final Map<String, Running> running = new LinkedHashMap<>();

    private record Running(Instant since, Duration limit) {}

    /** The longest wait of one timer against its limit. */
    public record Margin(String timer, Duration longest, Duration limit) {

        private static final double NANOS_PER_SECOND = 1e9;

        /** The part of the limit that was used, 1 for all of it. */
        public double used() {
            return limit.isZero() ? 1 : (double) longest.toNanos() / limit.toNanos();
        }

        /** For people: {@code SEQUENCE 1.2 of 60 s}. */
        public String text() {
            return timer + " " + seconds(longest) + " of " + seconds(limit) + " s";
        }

        private static String seconds(Duration time) {
            String text = String.format(Locale.ROOT, "%.3f", time.toNanos() / NANOS_PER_SECOND);
            return text.replaceAll("\\.?0+$", "");
        }
    }

    /** All of a session, for its journal; in the order in which the timers were first armed. */
    public record Report(List<Margin> margins) {

        /** Copies. */
        public Report {
            margins = List.copyOf(margins);
        }

        /** The timer that came nearest to its limit. */
        public Optional<Margin> nearest() {
            return margins.stream().max(Comparator.comparingDouble(Margin::used));
        }

        /** One line for people. */
        public String text() {
            return margins.stream().map(Margin::text).collect(Collectors.joining(", "));
        }
    }

    /** A timer began to run, or runs anew. */
    public void armed(String timer, Instant now, Instant deadline) {
        ended(timer, now);
        running.put(timer, new Running(now, Duration.between(now, deadline)));
    }

    /** A timer was stopped or ran out; one that did not run counts for nothing. */
    public void ended(String timer, Instant now) {
        Running wait = running.remove(timer);
        if (wait != null) {
            seen(timer, Duration.between(wait.since(), now), wait.limit());
        }
    }

    private void seen(String timer, Duration waited, Duration limit) {
        longest.merge(
                timer,
                new Margin(timer, waited, limit),
                (before, next) -> next.used() > before.used() ? next : before);
    }

    /** What was seen so far; a timer that still runs counts up to {@code now}. */
    public Report report(Instant now) {
        List.copyOf(running.keySet()).forEach(timer -> ended(timer, now));
        return new Report(List.copyOf(longest.values()));
    }
}
