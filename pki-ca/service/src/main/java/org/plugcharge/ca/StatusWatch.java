package org.plugcharge.ca;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Follows the status changes that any instance commits, and makes the cache forget what changed. It
 * says itself whether it is up to date: if it is not, the cache is not to be used.
 */
final class StatusWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusWatch.class);
    private static final Duration PERIOD = Duration.ofMillis(200);

    /** An answer from the cache is at most so far behind the table. */
    static final Duration MAX_LAG = Duration.ofMillis(800);

    private static final int MAX_CHANGES = 1_000;

    private final StatusChanges changes;
    private final StatusCache cache;
    private final LongSupplier nanoTime;
    private final Repeated repeated;
    private volatile boolean current;
    private volatile long currentAt;
    private long seen = -1;

    /** Starts at once. */
    StatusWatch(StatusChanges changes, StatusCache cache, LongSupplier nanoTime) {
        this.changes = changes;
        this.cache = cache;
        this.nanoTime = nanoTime;
        this.repeated =
                new Repeated(
                        "status-watch",
                        () -> {
                            look();
                            return PERIOD;
                        });
    }

    /** Whether every change older than {@link #MAX_LAG} is known here. */
    boolean isCurrent() {
        return current && nanoTime.getAsLong() - currentAt < MAX_LAG.toNanos();
    }

    /** Reads what is new; what was committed before this call is known when it returns. */
    private void look() {
        long before = nanoTime.getAsLong();
        try {
            if (seen < 0) {
                seen = changes.last();
                cache.forgetAll();
            }
            List<StatusChanges.Change> fresh = changes.after(seen, MAX_CHANGES);
            for (StatusChanges.Change change : fresh) {
                cache.forget(new StatusCache.Key(change.issuer(), change.serial()));
                seen = change.number();
            }
            currentAt = before;
            current = fresh.size() < MAX_CHANGES;
        } catch (RuntimeException e) {
            if (current) {
                LOG.warn("status-watch the database does not answer, answers are read from it");
            }
            current = false;
        }
    }

    @Override
    public void close() {
        repeated.close();
    }
}
