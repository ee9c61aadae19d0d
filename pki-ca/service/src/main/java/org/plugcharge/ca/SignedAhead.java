package org.plugcharge.ca;

import org.plugcharge.certs.OcspStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Signs OCSP answers before anybody asks: of what was just issued, of the CAs and the newest
 * certificates after a start, and of everything in the cache again before half its time is over. It
 * rests nine times as long as it worked, so that issuing hardly notices it.
 */
final class SignedAhead {

    private static final Logger LOG = LoggerFactory.getLogger(SignedAhead.class);
    private static final int BATCH = 32;
    private static final int REST = 9;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final OcspResponder responder;
    private final WantedAnswers wanted;
    private final StatusCache cache;
    private final Function<Collection<StatusCache.Key>, Map<StatusCache.Key, OcspStatus>> statuses;
    private final Supplier<List<StatusCache.Key>> atStart;
    private final InstantSource clock;
    private final Duration validity;
    private final Metrics metrics;
    private boolean started;
    private Instant looked = Instant.EPOCH;

    /**
     * Works in {@link #work}, which one thread calls.
     *
     * @param statuses what the table says of these now
     * @param atStart what is wanted before anything was issued or asked
     * @param validity how long an answer may be used
     */
    SignedAhead(
            OcspResponder responder,
            WantedAnswers wanted,
            StatusCache cache,
            Function<Collection<StatusCache.Key>, Map<StatusCache.Key, OcspStatus>> statuses,
            Supplier<List<StatusCache.Key>> atStart,
            InstantSource clock,
            Duration validity,
            Metrics metrics) {
        this.responder = responder;
        this.wanted = wanted;
        this.cache = cache;
        this.statuses = statuses;
        this.atStart = atStart;
        this.clock = clock;
        this.validity = validity;
        this.metrics = metrics;
    }

    /** Signs a little; returns how long to rest. */
    Duration work() {
        long start = System.nanoTime();
        try {
            metrics.signedAhead(sign());
        } catch (RuntimeException e) {
            LOG.debug("nothing signed ahead", e);
        }
        Duration rest = Duration.ofNanos(System.nanoTime() - start).multipliedBy(REST);
        return rest.compareTo(PAUSE) > 0 || wanted.waiting() > 0 ? rest : PAUSE;
    }

    /** One batch; returns how many answers were signed. */
    int sign() {
        if (!responder.isReady()) {
            return 0;
        }
        want(clock.instant());
        List<StatusCache.Key> keys = wanted.take(BATCH);
        if (keys.isEmpty()) {
            return 0;
        }
        long mark = cache.mark();
        return responder.signAhead(statuses.apply(keys), mark);
    }

    private void want(Instant now) {
        if (!started) {
            atStart.get().forEach(wanted::offer);
            started = true;
        }
        boolean due =
                Duration.between(looked, now).abs().compareTo(validity.dividedBy(32)) > 0
                        && wanted.waiting() == 0;
        if (due) {
            looked = now;
            cache.signedOutside(now.minus(validity.multipliedBy(3).dividedBy(8)), now)
                    .forEach(wanted::offer);
        }
    }
}
