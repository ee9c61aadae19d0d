package org.plugcharge.evcc.demo;

import java.util.Locale;

/** What happens in a demo, and what has to come of it. */
public enum Scenario {
    /** A car plugs in, gets its contract installed, charges and is billed. */
    HAPPY(1),
    /**
     * The contract in the car ends soon, its provider lets it go on: the car has the certificate
     * replaced and charges with the new one.
     */
    RENEWAL(1),
    /** A driver identifies at the station; no contract, no TLS. */
    EIM(1),
    /** The contract in the car was revoked: nobody charges. */
    REVOKED_CONTRACT(0),
    /** The contract in the car names the right issuer and was signed by another: nobody charges. */
    FORGED_CONTRACT(0),
    /**
     * The operator's system goes away while energy flows and comes back: the bill is right all the
     * same.
     */
    CSMS_OFFLINE(1),
    /** The operator ends the transaction while energy flows: the car is asked to stop, and does. */
    REMOTE_STOP(1),
    /** Somebody pulls the cable while energy flows: safe at once, and what flowed is billed. */
    CABLE_YANK(1);

    private final int bills;

    Scenario(int bills) {
        this.bills = bills;
    }

    /**
     * By its name on the command line, as {@code cable-yank}; {@link IllegalArgumentException} for
     * another.
     */
    public static Scenario parse(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Its name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many bills there are in the end. */
    int bills() {
        return bills;
    }

    /** Whether the car is to get its contract in this session. */
    boolean installs() {
        return this == HAPPY || this == CSMS_OFFLINE || this == REMOTE_STOP || this == CABLE_YANK;
    }

    /** Whether the car has a contract from an earlier day that nobody should take. */
    boolean bringsBadContract() {
        return this == REVOKED_CONTRACT || this == FORGED_CONTRACT;
    }

    /** How long the car would go on by itself, if it is to charge {@code loops} rounds. */
    int carLoops(int loops) {
        return this == REMOTE_STOP ? loops * 100 : loops;
    }
}
