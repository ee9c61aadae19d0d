package org.plugcharge.exi;

import java.util.ArrayList;
import java.util.List;

/**
 * The second-level events of a state (EXI 1.0, 8.5.4.4, not strict): what nobody declares and any
 * sender may write. All are refused by name, but for the end of an element that holds a string or
 * octets: an empty one.
 */
record SecondLevel(List<String> events) {

    private static final String END = "the end of the element";

    /**
     * Of a state, by its letter: {@code f} is the first of an element, {@code s} comes behind an
     * attribute, {@code c} behind content; a capital letter if the element may end there anyway. In
     * an element within, {@code v} is the first state before a simple value, {@code e} that before
     * the end.
     */
    static SecondLevel of(char letter) {
        char state = letter == 'v' ? 'f' : letter == 'e' ? 'C' : letter;
        List<String> events = new ArrayList<>();
        if (Character.isLowerCase(state)) {
            events.add(END);
        }
        char place = Character.toLowerCase(state);
        if (place == 'f') {
            events.add("xsi:type");
            events.add("xsi:nil");
        }
        if (place != 'c') {
            events.add("an undeclared attribute");
            events.add("an attribute whose value is not that of its type");
        }
        events.add("an undeclared element");
        events.add("undeclared text");
        return new SecondLevel(events);
    }

    /** Reads the event; whether it is the end of the element. */
    boolean isEnd(BitReader in) {
        int code = in.event(width());
        return code < events.size() && events.get(code).equals(END);
    }

    private int width() {
        return 32 - Integer.numberOfLeadingZeros(events.size() - 1);
    }

    /** Reads the event in vain. */
    static ExiException refuse(BitReader in, char state, String expected) {
        SecondLevel level = of(state);
        long code = in.bits(level.width());
        ExiException refusal =
                in.refuse(
                        "expected "
                                + expected
                                + ", found "
                                + (code < level.events.size()
                                        ? level.events.get((int) code) + " (second-level event)"
                                        : "second-level event code " + code)
                                + ", which is not accepted");
        return state == 'v' || state == 'e' ? refusal : refusal.outside();
    }
}
