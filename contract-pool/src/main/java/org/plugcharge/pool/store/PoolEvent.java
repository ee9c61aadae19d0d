package org.plugcharge.pool.store;

import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Pcid;

import java.time.Instant;

/** Something an eMSP is told of; {@code number} grows and is never used again. */
public record PoolEvent(long number, Kind kind, Emaid emaid, Pcid pcid, Instant happenedAt) {

    /** What happened. */
    public enum Kind {
        /** The contract's bundles wait for the car. */
        CONTRACT_READY,
        /** A car has fetched it, for the first time. */
        CONTRACT_DELIVERED,
        /** A car had its certificate replaced by one that ends later. */
        CONTRACT_RENEWED,
        /** The vehicle got another provisioning certificate: order again. */
        CONTRACT_LAPSED,
        /** The contract was cancelled and its certificate revoked. */
        CONTRACT_CANCELLED
    }
}
