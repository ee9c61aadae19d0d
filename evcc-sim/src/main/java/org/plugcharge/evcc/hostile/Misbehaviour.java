package org.plugcharge.evcc.hostile;

import java.util.List;
import java.util.Set;

/**
 * One thing a car should not do.
 *
 * @param name stable, lower case with hyphens: what is given to {@code --misbehave}
 * @param does what the car does, in a sentence
 * @param rows the rows of the table of attacks it belongs to; none if it belongs to no row
 * @param demand what the station must do at every reaction that {@code deed} brings
 * @param needs without which it cannot be tried
 */
public record Misbehaviour(
        String name, String does, List<Integer> rows, Demand demand, Set<Need> needs, Deed deed) {

    /** What a misbehaviour needs at the station and from the person who runs it. */
    public enum Need {
        /** TLS, and so certificates. */
        TLS("TLS and --pki DIR"),
        /** Plain TCP. */
        PLAIN("a station that takes plain TCP"),
        /** A station that takes contracts. */
        CONTRACT("a station that takes contracts, and --pki DIR"),
        /** DIN SPEC 70121. */
        DIN("a station that speaks DIN SPEC 70121 over plain TCP"),
        /** Direct current. */
        DC("a DC station"),
        /** More than 30 seconds. */
        TIME("more than 30 s");

        private final String text;

        Need(String text) {
            this.text = text;
        }

        /** In words. */
        public String text() {
            return text;
        }
    }

    /** Does it, and brings what the station did in answer. */
    @FunctionalInterface
    interface Deed {
        List<Reaction> at(Target target) throws NotReached, InterruptedException;
    }

    /** Copies. */
    public Misbehaviour {
        rows = List.copyOf(rows);
        needs = Set.copyOf(needs);
    }

    /** What the station must do, in words. */
    public String must() {
        return demand.text();
    }

    static Misbehaviour of(String name, String does, Demand demand, Deed deed) {
        return new Misbehaviour(name, does, List.of(), demand, Set.of(), deed);
    }

    Misbehaviour rows(Integer... numbers) {
        return new Misbehaviour(name, does, List.of(numbers), demand, needs, deed);
    }

    Misbehaviour needing(Need... other) {
        return new Misbehaviour(name, does, rows, demand, Set.of(other), deed);
    }
}
