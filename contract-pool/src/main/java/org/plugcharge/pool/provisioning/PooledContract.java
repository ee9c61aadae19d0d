package org.plugcharge.pool.provisioning;

import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Pcid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A contract as the pool holds it.
 *
 * @param term what was ordered
 * @param ends when the certificate in its bundles ends: the term's end, or later once it was
 *     renewed
 * @param renewUntil until when its provider lets cars renew the certificate
 * @param bundles empty unless it is ready
 */
public record PooledContract(
        Emaid emaid,
        Pcid pcid,
        Term term,
        State state,
        Instant orderedAt,
        Instant ends,
        Optional<Instant> renewUntil,
        List<PooledBundle> bundles) {

    /** How far a contract has come. */
    public enum State {
        /** Ordered; nothing has been signed yet, or the signing was interrupted. */
        ORDERED,
        /** Its bundles wait for the car. */
        READY,
        /** The vehicle has another provisioning certificate since: must be ordered again. */
        LAPSED,
        /** Cancelled for good. */
        CANCELLED
    }

    /** Keeps its own copy. */
    public PooledContract {
        bundles = List.copyOf(bundles);
    }

    /** Whether {@code moment} lies between its beginning and the end of its certificate. */
    public boolean holds(Instant moment) {
        return !moment.isBefore(term.begins()) && moment.isBefore(ends);
    }
}
