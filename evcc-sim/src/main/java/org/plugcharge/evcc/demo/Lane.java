package org.plugcharge.evcc.demo;

/** Who takes part in a session, in the order of the sequence view from left to right. */
public enum Lane {
    /** The vehicle (EVCC). */
    CAR(0, "Car"),
    /** The charging station (SECC and its hardware). */
    STATION(1, "Station"),
    /** The operator's back end. */
    CSMS(2, "CSMS"),
    /** Contract and provisioning pools, and the certificate provisioning service. */
    POOL(3, "Contract pool"),
    /** Certificate authorities and their OCSP responders. */
    CA(4, "CA");

    private final int column;
    private final String title;

    Lane(int column, String title) {
        this.column = column;
        this.title = title;
    }

    /** For a heading. */
    public String title() {
        return title;
    }

    /** From the left, 0 to 4. */
    int column() {
        return column;
    }
}
