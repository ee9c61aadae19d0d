package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingNeeds;
import org.plugcharge.secc.evse.ChargingSchedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What energy flows under: the schedule that was offered, its time counted from {@code from}, and
 * what the vehicle said it needs, to ask for another one.
 */
record Agreement(ChargingNeeds needs, ChargingSchedule schedule, Instant from) {

    /** Within what the connector can do; the station's own power without a schedule. */
    static Agreement of(
            DinStation station,
            ChargingNeeds needs,
            Optional<ChargingSchedule> schedule,
            Instant now) {
        return new Agreement(
                needs,
                schedule.orElseGet(() -> ChargingSchedule.wholeDay(1, station.offeredWatts()))
                        .atMost(station.limits().maximumWatts()),
                now);
    }

    /** For answers that agree to nothing. */
    static Agreement none(int watts, Instant now) {
        return new Agreement(
                new ChargingNeeds(Optional.empty(), Optional.empty(), Optional.empty(), watts),
                ChargingSchedule.wholeDay(1, watts),
                now);
    }

    /** The most power now. */
    int watts(Instant now) {
        return schedule.wattsAfter(Duration.between(from, now));
    }
}
