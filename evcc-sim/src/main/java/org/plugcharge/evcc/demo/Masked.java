package org.plugcharge.evcc.demo;

/** What may be shown of a name that belongs to a person. */
final class Masked {

    private static final int SHOWN = 5;
    private static final int TAIL = 3;

    private Masked() {}

    /** Country and provider, and the last three characters. */
    static String emaid(String emaid) {
        return emaid.length() <= SHOWN + TAIL
                ? emaid
                : emaid.substring(0, SHOWN)
                        + "*".repeat(emaid.length() - SHOWN - TAIL)
                        + emaid.substring(emaid.length() - TAIL);
    }
}
