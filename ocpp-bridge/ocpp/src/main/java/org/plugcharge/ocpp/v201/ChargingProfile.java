package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;
import org.plugcharge.ocpp.json.Size;

import java.time.Instant;
import java.util.List;

/** One or, for a choice by the vehicle, up to three schedules and whom they bind. */
public record ChargingProfile(
        int id,
        int stackLevel,
        ChargingProfilePurpose chargingProfilePurpose,
        ChargingProfileKind chargingProfileKind,
        @Nullable RecurrencyKind recurrencyKind,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        @Size(min = 1, max = 3) List<ChargingSchedule> chargingSchedule,
        @Length(36) @Nullable String transactionId) {
    /** Copies its lists. */
    public ChargingProfile {
        chargingSchedule = List.copyOf(chargingSchedule);
    }
}
