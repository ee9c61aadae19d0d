package org.plugcharge.certs;

import java.time.Instant;

/**
 * A chain that must be refused, with everything needed to judge it and the verdict it must get.
 *
 * @param id stable, lower case with hyphens
 * @param fault what is wrong with it, in a sentence
 * @param at when it is judged: at another time it may be wrong for another reason
 * @param expected why it must be refused
 */
public record EvilChain(
        String id,
        String fault,
        CertificateChain chain,
        Purpose<?> purpose,
        TrustAnchors anchors,
        RevocationSnapshot revocation,
        Instant at,
        Reason expected) {

    /** What {@link ChainValidator} says of it. */
    public Verdict<?> verdict() {
        return ChainValidator.validate(chain, purpose, anchors, revocation, at);
    }
}
