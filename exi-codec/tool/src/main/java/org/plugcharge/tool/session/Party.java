package org.plugcharge.tool.session;

/** The two that talk. */
public enum Party {
    /** The vehicle (EVCC): asks. */
    VEHICLE("vehicle"),
    /** The charging station (SECC): answers. */
    STATION("station");

    private final String text;

    Party(String text) {
        this.text = text;
    }

    /** The one it talks to. */
    public Party other() {
        return this == VEHICLE ? STATION : VEHICLE;
    }

    @Override
    public String toString() {
        return text;
    }
}
