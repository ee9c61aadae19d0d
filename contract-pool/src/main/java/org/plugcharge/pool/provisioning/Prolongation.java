package org.plugcharge.pool.provisioning;

import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Pcid;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A provider's word that a contract goes on: until then, in whole seconds, the car may have its
 * certificate renewed.
 */
public record Prolongation(Emaid emaid, Pcid pcid, Instant until) {

    /** Why not. */
    public enum Reason {
        /** There is no such contract for that vehicle. */
        CONTRACT_UNKNOWN,
        /** The contract is not ready: never made, lapsed or cancelled. */
        NOT_READY,
        /** The contract holds as long already, or the time is over. */
        NOT_LATER
    }

    /** Drops fractions of a second. */
    public Prolongation {
        until = until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What speaks against it; nothing if it may be written down. */
    public Optional<Reason> objection(Optional<PooledContract> contract, Instant now) {
        if (contract.isEmpty()) {
            return Optional.of(Reason.CONTRACT_UNKNOWN);
        }
        if (contract.get().state() != PooledContract.State.READY) {
            return Optional.of(Reason.NOT_READY);
        }
        return until.isAfter(contract.get().ends()) && until.isAfter(now)
                ? Optional.empty()
                : Optional.of(Reason.NOT_LATER);
    }
}
