package org.plugcharge.csms.host;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses passwords: after some failures of one identity from one address the next
 * attempts are refused without looking at the password, until a while has passed. Safe for use by
 * many threads; its memory has a limit.
 */
final class LoginThrottle {

    private static final int FAILURES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_KNOWN = 10_000;

    private record Failures(int count, Instant since) {}

    private final Map<String, Failures> failures =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MAX_KNOWN;
                }
            };

    synchronized boolean allows(String who, Instant now) {
        Failures known = failures.get(who);
        return known == null
                || known.count() < FAILURES
                || known.since().plus(WINDOW).isBefore(now);
    }

    synchronized void failed(String who, Instant now) {
        Failures known = failures.get(who);
        failures.put(
                who,
                known == null || known.since().plus(WINDOW).isBefore(now)
                        ? new Failures(1, now)
                        : new Failures(known.count() + 1, known.since()));
    }

    synchronized void succeeded(String who) {
        failures.remove(who);
    }
}
