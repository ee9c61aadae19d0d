package org.plugcharge.pool.provisioning;

import org.plugcharge.certs.Certificate;

import java.util.List;

/**
 * A contract certificate this pool had issued, and what became of it.
 *
 * @param contract what it was made for
 * @param revoked whether the pool had it revoked
 * @param renewed the responses that bring its successor, one for each V2G root; empty if it has
 *     none
 */
public record IssuedContract(
        Certificate certificate,
        PooledContract contract,
        boolean revoked,
        List<PooledBundle> renewed) {

    /** Keeps its own copy. */
    public IssuedContract {
        renewed = List.copyOf(renewed);
    }
}
