package org.plugcharge.exi.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What generated code reads at once: event codes that must be 0, values of fixed width, and between
 * them lines that are to stay in this order.
 */
final class Run {

    /** The most bits a reader gives at once. */
    private static final int MOST = 57;

    /**
     * @param state the letter of the state if these are event codes that must be 0, else {@code -}
     * @param line the line of Java, from the number of bits behind; for event codes none
     */
    private record Piece(char state, int width, IntFunction<List<String>> line) {}

    private final List<Piece> pieces = new ArrayList<>();
    private int width;
    private boolean hasValues;

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    boolean hasRoomFor(int bits) {
        return width + bits <= MOST;
    }

    boolean hasValues() {
        return hasValues;
    }

    /** An event code of one bit that must be 0, in a state with this letter. */
    void event(char state) {
        pieces.add(new Piece(state, 1, _ -> List.of()));
        width++;
    }

    /** A value; its lines of Java are made from the number of bits that come behind it. */
    void value(int bits, IntFunction<List<String>> lines) {
        pieces.add(new Piece('-', bits, lines));
        width += bits;
        hasValues = true;
    }

    /** A line between. */
    void line(String line) {
        pieces.add(new Piece('-', 0, _ -> List.of(line)));
    }

    /** The letters of the states, with {@code -} for each bit of a value. */
    String states() {
        StringBuilder states = new StringBuilder();
        pieces.forEach(piece -> states.repeat(piece.state(), piece.width()));
        return states.toString();
    }

    /** The lines of Java that read it all, the bits in the variable {@code bits}. */
    List<String> lines() {
        if (width == 0) {
            return between();
        }
        return hasValues ? bits() : events();
    }

    /**
     * Each line between stands behind the ends before it, which belong to the element named before.
     */
    private List<String> events() {
        List<String> lines = new ArrayList<>();
        StringBuilder states = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.width() > 0) {
                states.append(piece.state());
            } else {
                if (states.indexOf("e") >= 0) {
                    lines.add("in.events(" + Source.quote(states.toString()) + ");");
                    states.setLength(0);
                }
                lines.addAll(piece.line().apply(0));
            }
        }
        if (!states.isEmpty()) {
            lines.add("in.events(" + Source.quote(states.toString()) + ");");
        }
        return lines;
    }

    /** Event codes are checked before the next line between, so that errors name their element. */
    private List<String> bits() {
        int first = firstLine();
        List<String> lines =
                new ArrayList<>(first < 0 ? List.of() : pieces.get(first).line().apply(0));
        lines.add("bits = in.bits(" + width + ");");
        int behind = width;
        long events = 0;
        List<String> values = new ArrayList<>();
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            behind -= piece.width();
            if (index == first) {
                continue;
            }
            if (piece.state() != '-') {
                events |= 1L << behind;
            } else if (piece.width() > 0) {
                values.addAll(piece.line().apply(behind));
            } else {
                check(lines, events);
                events = 0;
                lines.addAll(values);
                values.clear();
                lines.addAll(piece.line().apply(0));
            }
        }
        check(lines, events);
        lines.addAll(values);
        return lines;
    }

    /**
     * The index of the first line if it can as well stand before all bits: no end within comes
     * before it; else -1.
     */
    private int firstLine() {
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            if (piece.width() == 0) {
                return index;
            }
            if (piece.state() == '-' || piece.state() == 'e') {
                return -1;
            }
        }
        return -1;
    }

    private void check(List<String> lines, long events) {
        if (events != 0) {
            lines.add("if ((bits & 0x" + Long.toHexString(events) + "L) != 0) {");
            lines.add("throw in.escaped(bits, " + Source.quote(states()) + ");");
            lines.add("}");
        }
    }

    /** The lines without bits. */
    List<String> between() {
        return pieces.stream().flatMap(piece -> piece.line().apply(0).stream()).toList();
    }

    /** Forgets the last event codes: the caller of the codec reads them. */
    void withoutEnds(int count) {
        for (int end = 0; end < count; end++) {
            Piece last = pieces.removeLast();
            if (last.state() != 'e') {
                throw new IllegalStateException("not " + count + " ends: " + states());
            }
            width--;
        }
    }
}
