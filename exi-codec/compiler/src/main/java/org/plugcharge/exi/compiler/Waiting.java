package org.plugcharge.exi.compiler;

import java.util.ArrayList;
import java.util.List;

/**
 * Bits that generated code has not written yet: perhaps those in its variables {@code code} and
 * {@code width}, then constants and values, which are all written together.
 */
final class Waiting {

    /** The most bits a writer takes at once. */
    private static final int MOST = 57;

    private record Part(String expression, long constant, int width) {
        boolean isConstant() {
            return expression.isEmpty();
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private int fixed;

    /** The most bits there can be in the variables; -1 if they hold none that wait. */
    private int variable = -1;

    boolean isEmpty() {
        return variable < 0 && fixed == 0;
    }

    /** Whether some of the bits are in the variables. */
    boolean inVariables() {
        return variable >= 0;
    }

    /** The most bits there can be. */
    int most() {
        return Math.max(0, variable) + fixed;
    }

    /** From now on these are the bits in the variables, at most so many. */
    void variables(int most) {
        clear();
        variable = most;
    }

    void clear() {
        parts.clear();
        fixed = 0;
        variable = -1;
    }

    boolean hasRoomFor(int width) {
        return most() + width <= MOST;
    }

    void constant(long value, int width) {
        if (!parts.isEmpty() && parts.getLast().isConstant()) {
            Part last = parts.removeLast();
            parts.add(new Part("", last.constant() << width | value, last.width() + width));
        } else {
            parts.add(new Part("", value, width));
        }
        fixed += width;
    }

    /** Their number if all are zeros and none is in the variables, else -1. */
    int zeros() {
        boolean none = parts.stream().allMatch(part -> part.isConstant() && part.constant() == 0);
        return variable < 0 && none ? fixed : -1;
    }

    /** Takes back the last bits, which are zeros. */
    void withoutEnds(int width) {
        Part last = parts.removeLast();
        if (!last.isConstant() || last.width() < width || last.constant() << -width != 0) {
            throw new IllegalStateException("not " + width + " zero bits: " + last);
        }
        fixed -= width;
        if (last.width() > width) {
            parts.add(new Part("", last.constant() >>> width, last.width() - width));
        }
    }

    void value(String expression, int width) {
        parts.add(new Part(expression, 0, width));
        fixed += width;
    }

    /** The bits as a Java expression. */
    String bits() {
        List<String> terms = new ArrayList<>();
        if (variable >= 0) {
            terms.add(shifted("code", fixed));
        }
        int behind = fixed;
        for (Part part : parts) {
            behind -= part.width();
            if (!part.isConstant()) {
                terms.add(shifted(part.expression(), behind));
            } else if (part.constant() != 0) {
                terms.add(literal(part.constant() << behind));
            }
        }
        return terms.isEmpty() ? "0" : String.join(" | ", terms);
    }

    private static String shifted(String expression, int by) {
        return by == 0 ? expression : expression + " << " + by;
    }

    private static String literal(long constant) {
        return constant <= Integer.MAX_VALUE ? Long.toString(constant) : constant + "L";
    }

    /** Their number as a Java expression. */
    String width() {
        if (variable < 0) {
            return Integer.toString(fixed);
        }
        return fixed == 0 ? "width" : "width + " + fixed;
    }
}
