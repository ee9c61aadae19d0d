package org.plugcharge.exi.compiler;

import org.plugcharge.exi.compiler.Particle.Item;

import java.util.ArrayList;
import java.util.List;

/** What comes behind a particle: gives the width of the event code that is written or read next. */
interface Follow {

    /**
     * The width of the state in which {@code inner} and then the rest may come, as a Java
     * expression.
     */
    String width(List<Item> inner);

    /** The number of first-level productions in that state, or -1 if it depends on a count. */
    int productions(List<Item> inner);

    /** Behind a particle that comes once. */
    static Follow of(List<Item> rest, boolean mixed) {
        return new Follow() {
            @Override
            public String width(List<Item> inner) {
                return Integer.toString(Codes.state(productions(inner)));
            }

            @Override
            public int productions(List<Item> inner) {
                return Grammar.productions(state(inner, rest, mixed)).size();
            }
        };
    }

    /** A particle of a sequence that lies within what follows outside. */
    default Follow then(List<Item> rest) {
        Follow outer = this;
        return new Follow() {
            @Override
            public String width(List<Item> inner) {
                return outer.width(joined(inner, rest));
            }

            @Override
            public int productions(List<Item> inner) {
                return outer.productions(joined(inner, rest));
            }
        };
    }

    /**
     * Behind one occurrence of a repeated particle; {@code count} is the Java expression of how
     * many there are with this one.
     */
    default Follow repeated(Item item, String count) {
        Follow outer = this;
        boolean unbounded = item.max() == Integer.MAX_VALUE;
        Item again = new Item(item.particle(), 0, unbounded ? item.max() : 2, item.component());
        Item must = new Item(item.particle(), 1, 1, item.component());
        return new Follow() {
            @Override
            public String width(List<Item> inner) {
                String more = outer.width(joined(inner, List.of(again)));
                String last = unbounded ? more : outer.width(inner);
                String few = item.min() <= 1 ? more : outer.width(joined(inner, List.of(must)));
                String late =
                        last.equals(more)
                                ? more
                                : count + " < " + item.max() + " ? " + more + " : " + last;
                return few.equals(more)
                        ? late
                        : count + " < " + item.min() + " ? " + few + " : " + late;
            }

            @Override
            public int productions(List<Item> inner) {
                return unbounded && item.min() <= 1
                        ? outer.productions(joined(inner, List.of(again)))
                        : -1;
            }
        };
    }

    private static List<Item> joined(List<Item> inner, List<Item> rest) {
        List<Item> all = new ArrayList<>(inner);
        all.addAll(rest);
        return all;
    }

    private static Grammar.State state(List<Item> inner, List<Item> rest, boolean mixed) {
        return new Grammar.State(joined(inner, rest), mixed);
    }
}
