package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.Identification;

import java.time.Duration;
import java.time.Instant;

/** The schedule a vehicle chose of what was offered. */
record Choice(Agreement agreement, ChargingSchedule schedule) {

    Identification identification() {
        return agreement.identification();
    }

    /** The most power now. */
    int watts(Instant now) {
        return schedule.wattsAfter(Duration.between(agreement.offered().from(), now));
    }
}
