package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.ProfileEntry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a vehicle's charging profile keeps within the schedule it chose [V2G2-225]. */
final class ProfileCheck {

    private ProfileCheck() {}

    /** What is wrong with it; empty if it keeps within. */
    static Optional<String> flaw(ChargingProfile profile, Choice choice) {
        List<ProfileEntry> entries = profile.entries();
        for (int i = 0; i < entries.size(); i++) {
            long end = i + 1 < entries.size() ? entries.get(i + 1).start() : Long.MAX_VALUE;
            Optional<String> flaw = flaw(entries.get(i), end, choice);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> flaw(ProfileEntry entry, long end, Choice choice) {
        if (entry.start() >= end) {
            return Optional.of("its entries are not in order");
        }
        BigDecimal watts = entry.maxPower().toDecimal();
        if (watts.signum() < 0) {
            return Optional.of("it asks for negative power");
        }
        Integer phases = entry.phases();
        if (phases != null
                && choice.agreement() instanceof Agreement.Ac ac
                && phases > ac.phases()) {
            return Optional.of("it uses " + phases + " phases of " + ac.phases());
        }
        int most = least(choice.schedule(), entry.start(), end);
        return watts.compareTo(BigDecimal.valueOf(most)) > 0
                ? Optional.of(
                        "from "
                                + entry.start()
                                + " s it asks for "
                                + entry.maxPower()
                                + " of "
                                + most
                                + " W")
                : Optional.empty();
    }

    /** The least the schedule gives between two times, in seconds from its beginning. */
    private static int least(ChargingSchedule schedule, long start, long end) {
        int atStart = schedule.wattsAfter(Duration.ofSeconds(start));
        return schedule.steps().stream()
                .filter(step -> step.start().toSeconds() > start && step.start().toSeconds() < end)
                .mapToInt(ChargingSchedule.Step::watts)
                .reduce(atStart, Math::min);
    }
}
