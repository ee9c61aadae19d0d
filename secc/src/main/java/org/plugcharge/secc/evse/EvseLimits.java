package org.plugcharge.secc.evse;

/** What a connector can deliver: direct or alternating current. */
public sealed interface EvseLimits permits AcLimits, DcLimits {

    /** The most power, in W. */
    int maximumWatts();
}
