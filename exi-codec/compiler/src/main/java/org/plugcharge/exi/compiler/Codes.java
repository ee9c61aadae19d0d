package org.plugcharge.exi.compiler;

/** How many bits an event code or an enumeration takes. */
final class Codes {

    private Codes() {}

    /** The bits that number this many different things. */
    static int bits(int things) {
        return things <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(things - 1);
    }

    /**
     * The bits of a state of a type's grammar with this many first-level productions: one code more
     * escapes to the second level.
     */
    static int state(int productions) {
        return bits(productions + 1);
    }
}
