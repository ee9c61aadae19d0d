package org.plugcharge.certs;

/**
 * What the validator says of a chain.
 *
 * @param <P> the proof a valid chain gives
 */
public sealed interface Verdict<P extends Verified> {

    /** The chain may be trusted for its purpose; {@code proof} cannot be had any other way. */
    record Valid<P extends Verified>(P proof) implements Verdict<P> {}

    /**
     * The chain may not be trusted.
     *
     * @param certificateIndex in the order the chain was given: 0 is the leaf; the number after the
     *     last is the root
     * @param rule the id of the broken rule
     * @param text what was expected and found, for a log or a person
     */
    record Rejected<P extends Verified>(
            Reason reason, int certificateIndex, String rule, String text) implements Verdict<P> {}
}
