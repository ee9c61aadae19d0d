package org.plugcharge.evcc.session.iso2;

import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.ProfileEntry;

import java.time.Duration;
import java.time.Instant;

/** What charge parameter discovery led to: the schedule chosen, and the station's limits. */
public sealed interface Agreement {

    /** The mode agreed. */
    EnergyTransferMode mode();

    /** The schedule chosen, and what the car means to draw under it. */
    Plan plan();

    /** The schedule chosen. */
    default int scheduleTupleId() {
        return plan().scheduleTupleId();
    }

    /** What the car means to draw. */
    default ChargingProfile profile() {
        return plan().profile();
    }

    /** A schedule and a profile within it; the profile's time counts from {@code from}. */
    record Plan(int scheduleTupleId, ChargingProfile profile, Instant from) {

        /** What the car may draw now, in W. */
        long wattsAt(Instant now) {
            long elapsed = Math.max(0, Duration.between(from, now).toSeconds());
            return profile.entries().stream()
                    .filter(entry -> entry.start() <= elapsed)
                    .reduce((_, later) -> later)
                    .map(ProfileEntry::maxPower)
                    .map(Electric::whole)
                    .orElse(0L);
        }
    }

    /** Direct current, of at most {@code maxMilliamps}. */
    record Dc(EnergyTransferMode mode, Plan plan, long maxMilliamps) implements Agreement {}

    /** Alternating current of this voltage, on so many phases of the car's charger. */
    record Ac(EnergyTransferMode mode, Plan plan, long nominalMillivolts, int phases)
            implements Agreement {}
}
