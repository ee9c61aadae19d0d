package org.plugcharge.secc.session.iso2;

import org.plugcharge.v2g.iso2.EvseNotification;

import java.time.Instant;

/**
 * What a charge loop remembers.
 *
 * @param told when the meter was last told to the back end
 * @param receipted when the vehicle last signed for the meter, or energy began to flow
 * @param wish what the vehicle is being asked for
 */
record Loop(Instant told, Instant receipted, EvseNotification wish) {

    static Loop begin(Instant now) {
        return new Loop(now, now, EvseNotification.NONE);
    }

    Loop told(Instant now) {
        return new Loop(now, receipted, wish);
    }

    Loop receipted(Instant now) {
        return new Loop(told, now, wish);
    }

    /** A wish to stop stays. */
    Loop wishing(EvseNotification next) {
        return stopping() ? this : new Loop(told, receipted, next);
    }

    boolean stopping() {
        return wish == EvseNotification.STOP_CHARGING;
    }
}
