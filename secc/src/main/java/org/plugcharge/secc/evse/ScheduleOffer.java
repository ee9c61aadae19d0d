package org.plugcharge.secc.evse;

import org.plugcharge.exi.Bytes;

import java.util.List;
import java.util.Optional;

/**
 * The schedules a vehicle may choose from: one to three, each with its own id.
 *
 * @param signature the mobility operator's signature over all sales tariffs, in their order;
 *     present exactly if it signed any
 */
public record ScheduleOffer(List<ChargingSchedule> schedules, Optional<Signature> signature) {

    private static final int MAX_SCHEDULES = 3;

    /** A SignedInfo of xmldsig as EXI fragment, and the 64 octets made over it. */
    public record Signature(Bytes signedInfo, Bytes value) {}

    /** {@link IllegalArgumentException} for none, more than three, or two with one id. */
    public ScheduleOffer {
        schedules = List.copyOf(schedules);
        long ids = schedules.stream().map(ChargingSchedule::id).distinct().count();
        if (schedules.isEmpty() || schedules.size() > MAX_SCHEDULES || ids < schedules.size()) {
            throw new IllegalArgumentException(
                    "expected one to three schedules with different ids, got " + schedules);
        }
    }

    /** One schedule for the whole day, without a tariff. */
    public static ScheduleOffer constant(int watts) {
        return new ScheduleOffer(List.of(ChargingSchedule.wholeDay(1, watts)), Optional.empty());
    }
}
