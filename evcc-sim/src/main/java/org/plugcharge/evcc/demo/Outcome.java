package org.plugcharge.evcc.demo;

import java.util.List;

/**
 * Whether a session ended as it should.
 *
 * @param invariants what has to be true of it
 * @param figures what it can be compared by
 */
public record Outcome(List<Invariant> invariants, KeyFigures figures) {

    /** Copies the list. */
    public Outcome {
        invariants = List.copyOf(invariants);
    }

    /**
     * Something that has to be true.
     *
     * @param name in words, as {@code energy billed = energy metered}
     * @param detail what was found, as {@code 412 Wh = 412 Wh}
     */
    public record Invariant(String name, boolean held, String detail) {}

    /** Whether every invariant held; false if there was none to hold. */
    public boolean held() {
        return !invariants.isEmpty() && broken() == 0;
    }

    /** How many did not hold. */
    public long broken() {
        return invariants.stream().filter(invariant -> !invariant.held()).count();
    }
}
