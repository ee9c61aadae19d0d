package org.plugcharge.pool.provisioning;

import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Pcid;

import java.time.Instant;
import java.util.Optional;

/**
 * What an eMSP orders: this contract for this vehicle for this term. The eMAID and the PCID
 * together are its natural key.
 */
public record ContractOrder(Emaid emaid, Pcid pcid, Term term) {

    /** What becomes of an order. */
    public sealed interface Verdict {}

    /** Sign it: it is new, was interrupted, or has lapsed. */
    public record Sign() implements Verdict {}

    /** It was carried out before; answer as then. */
    public record Repeat() implements Verdict {}

    /** It can't be carried out. */
    public record Refused(Reason reason, String text) implements Verdict {}

    /** Why not. */
    public enum Reason {
        /** No vehicle of that PCID is registered. */
        VEHICLE_UNKNOWN,
        /** The term is over before it can be used. */
        TERM_OVER,
        /** The same eMAID and PCID were ordered with another term. */
        OTHER_TERM,
        /** The contract was cancelled; take a new eMAID. */
        CANCELLED
    }

    /**
     * Judges the order by what the pool knows: whether the vehicle is registered, and what was
     * ordered before.
     */
    public Verdict judge(boolean vehicleKnown, Optional<PooledContract> before, Instant now) {
        if (!vehicleKnown) {
            return new Refused(Reason.VEHICLE_UNKNOWN, "no vehicle with this PCID is registered");
        }
        if (!now.isBefore(term.ends())) {
            return new Refused(Reason.TERM_OVER, "the term ended at " + term.ends());
        }
        return before.map(this::again).orElseGet(Sign::new);
    }

    private Verdict again(PooledContract before) {
        if (before.state() == PooledContract.State.CANCELLED) {
            return new Refused(
                    Reason.CANCELLED, "this contract was cancelled; a new one needs a new eMAID");
        }
        if (!before.term().equals(term)) {
            return new Refused(
                    Reason.OTHER_TERM,
                    "already ordered from %s to %s"
                            .formatted(before.term().begins(), before.term().ends()));
        }
        return before.state() == PooledContract.State.READY ? new Repeat() : new Sign();
    }
}
