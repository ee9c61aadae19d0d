package org.plugcharge.tool.rules;

/** A rule that matters at a message, and what was found there. */
public record Finding(Rule rule, Gravity gravity, String text) {

    /** How much it matters. */
    public enum Gravity {
        /** The rule is broken: the other side may end the session, or has to. */
        BROKEN,
        /** Slower than it should be, but within what the other side has to bear. */
        SLOW,
        /** Nothing is broken, but a reader should know it. */
        NOTE
    }

    static Finding broken(Rule rule, String text) {
        return new Finding(rule, Gravity.BROKEN, text);
    }

    static Finding slow(Rule rule, String text) {
        return new Finding(rule, Gravity.SLOW, text);
    }

    static Finding note(Rule rule, String text) {
        return new Finding(rule, Gravity.NOTE, text);
    }
}
