package org.plugcharge.exi.compiler;

import org.plugcharge.exi.compiler.Particle.Item;

/**
 * The event codes at the end of a type that are always 0, one bit each: its codec leaves them to
 * the caller, who codes them together with what comes next.
 */
final class Ends {

    private static final int MOST = 8;

    private Ends() {}

    /** How many bits the codec of a type leaves to its caller. */
    static int of(Type type) {
        return Math.min(MOST, of(type, MOST));
    }

    private static int of(Type type, int depth) {
        if (depth == 0 || type.mixed || type.items.isEmpty()) {
            return 0;
        }
        Item last = type.items.getLast();
        boolean list = last.component() != null && last.component().list();
        if (last.min() != 1 || last.max() != 1 || list) {
            return 0;
        }
        return switch (last.particle()) {
            case Particle.Element element when element.type() != null ->
                    1 + of(element.type(), depth - 1);
            case Particle.Element element when element.value() != null ->
                    Values.mayBeEmpty(element.value()) ? 1 : 2;
            case Particle.Characters characters -> Values.mayBeEmpty(characters.value()) ? 0 : 1;
            case Particle.Substitution _ -> 1;
            default -> 0;
        };
    }
}
