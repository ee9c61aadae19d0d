package org.plugcharge.evcc.session.din70121;

import org.plugcharge.v2g.din70121.ChargingProfile;
import org.plugcharge.v2g.din70121.CurrentDemandRes;
import org.plugcharge.v2g.din70121.DcEvseChargeParameter;
import org.plugcharge.v2g.din70121.PMaxScheduleEntry;
import org.plugcharge.v2g.din70121.ProfileEntry;
import org.plugcharge.v2g.din70121.RelativeTimeInterval;
import org.plugcharge.v2g.din70121.SaScheduleTuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the station allows: a schedule, its time counted from {@code from}, and its present limits
 * of power and current, which it may change in every round of the charge loop.
 */
public record Agreement(
        int scheduleTupleId,
        List<PMaxScheduleEntry> entries,
        Instant from,
        long maxWatts,
        long maxMilliamps) {

    /**
     * A schedule has 16 bits for watts: whoever writes the largest number means no less than what
     * the limit of the station says.
     */
    private static final int AS_MUCH_AS_CAN_BE_SAID = Short.MAX_VALUE;

    private static final int MAX_PROFILE_ENTRIES = 24;

    /** Copies the entries. */
    public Agreement {
        entries = List.copyOf(entries);
    }

    static Agreement of(SaScheduleTuple tuple, DcEvseChargeParameter station, Instant now) {
        return new Agreement(
                tuple.id(),
                tuple.pMaxSchedule().entries(),
                now,
                Electric.whole(station.maximumPowerLimit(), Long.MAX_VALUE),
                Electric.milli(station.maximumCurrentLimit()));
    }

    /** The same with the limits this answer names. */
    Agreement limitedBy(CurrentDemandRes answer) {
        return new Agreement(
                scheduleTupleId,
                entries,
                from,
                Electric.whole(answer.maximumPowerLimit(), maxWatts),
                Electric.milli(answer.maximumCurrentLimit(), maxMilliamps));
    }

    /** The most power now. */
    long wattsAt(Instant now) {
        long elapsed = Math.max(0, Duration.between(from, now).toSeconds());
        return entries.stream()
                .filter(entry -> start(entry) <= elapsed)
                .reduce((_, later) -> later)
                .map(this::watts)
                .orElse(0L);
    }

    private long watts(PMaxScheduleEntry entry) {
        return entry.pMax() == AS_MUCH_AS_CAN_BE_SAID
                ? maxWatts
                : Math.clamp(entry.pMax(), 0, maxWatts);
    }

    private static long start(PMaxScheduleEntry entry) {
        return switch (entry.timeInterval()) {
            case RelativeTimeInterval interval -> interval.start();
        };
    }

    /** The power the car means to draw: what schedule and limits allow, never more. */
    ChargingProfile profile(long carWatts) {
        return new ChargingProfile(
                scheduleTupleId,
                entries.stream()
                        .limit(MAX_PROFILE_ENTRIES)
                        .map(entry ->
                                new ProfileEntry(
                                        start(entry),
                                        Math.clamp(
                                                Math.min(carWatts, watts(entry)),
                                                0,
                                                AS_MUCH_AS_CAN_BE_SAID)))
                        .toList());
    }
}
