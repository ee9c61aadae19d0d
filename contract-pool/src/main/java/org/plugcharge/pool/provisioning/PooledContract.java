package org.plugcharge.pool.provisioning;

import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Pcid;

import java.time.Instant;
import java.util.List;

/** A contract as the pool holds it; {@code bundles} are empty unless it is ready. */
public record PooledContract(
        Emaid emaid,
        Pcid pcid,
        Term term,
        State state,
        Instant orderedAt,
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
}
