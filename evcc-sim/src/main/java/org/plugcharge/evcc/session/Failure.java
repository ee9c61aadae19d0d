package org.plugcharge.evcc.session;

/** Why a session failed, as the car knows it; each protocol has its own reasons. */
public interface Failure {

    /** A sentence a driver understands. */
    String text();
}
