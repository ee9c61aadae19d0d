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
        List<String> lines = new ArrayList<>();
        if (!hasValues) {
            lines.addAll(between());
            lines.add("in.events(" + Source.quote(states()) + ");");
            return lines;
        }
        int first = 0;
        while (pieces.get(first).state() != '-' || pieces.get(first).width() == 0) {
            lines.addAll(pieces.get(first++).line().apply(0));
        }
        lines.add("bits = in.bits(" + width + ");");
        check(lines);
        int behind = width;
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            behind -= piece.width();
            if (index >= first) {
                lines.addAll(piece.line().apply(behind));
            }
        }
        return lines;
    }

    /** The lines without bits. */
    List<String> between() {
        return pieces.stream().flatMap(piece -> piece.line().apply(0).stream()).toList();
    }

    private void check(List<String> lines) {
        String states = states();
        long events = Long.parseLong(states.replaceAll("[^-]", "1").replace('-', '0'), 2);
        if (events != 0) {
            lines.add("if ((bits & 0x" + Long.toHexString(events) + "L) != 0) {");
            lines.add("throw in.escaped(bits, " + Source.quote(states) + ");");
            lines.add("}");
        }
    }

    /** Forgets the last event codes: the caller of the codec reads them. */
    void withoutEnds(int count) {
        for (int end = 0; end < count; end++) {
            Piece last = pieces.removeLast();
            if (last.state() != 'C') {
                throw new IllegalStateException("not " + count + " ends: " + states());
            }
            width--;
        }
    }
}
