package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.v2g.iso2.PMaxSchedule;
import org.plugcharge.v2g.iso2.PMaxScheduleEntry;
import org.plugcharge.v2g.iso2.RelativeTimeInterval;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.SaScheduleTuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The schedules of one ChargeParameterDiscoveryRes; their time counts from {@code from}. */
record Offered(Instant from, Schedules schedules) {

    private static final Duration DAY = Duration.ofDays(1);

    Optional<ChargingSchedule> schedule(int id) {
        return schedules.schedules().stream().filter(schedule -> schedule.id() == id).findFirst();
    }

    /**
     * As the vehicle is told; with no more steps than {@code most}, which it may say is all it can
     * take, and up to its departure if it names one.
     */
    SaScheduleList message(int most, Optional<Duration> departure) {
        return new SaScheduleList(
                schedules.schedules().stream()
                        .map(schedule ->
                                new SaScheduleTuple(
                                        schedule.id(),
                                        new PMaxSchedule(
                                                entries(
                                                        schedule,
                                                        Math.max(1, most),
                                                        departure.orElse(schedule.length()))),
                                        schedules.tariffs().get(schedule.id())))
                        .toList());
    }

    private static List<PMaxScheduleEntry> entries(
            ChargingSchedule schedule, int most, Duration end) {
        List<PMaxScheduleEntry> entries = new ArrayList<>();
        List<ChargingSchedule.Step> steps =
                schedule.steps().stream()
                        .filter(step -> step.start().isZero() || step.start().compareTo(end) < 0)
                        .toList();
        int count = Math.min(most, steps.size());
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            long start = steps.get(i).start().toSeconds();
            int watts = last ? least(steps.subList(i, steps.size())) : steps.get(i).watts();
            entries.add(
                    new PMaxScheduleEntry(
                            new RelativeTimeInterval(start, last ? rest(start, end) : null),
                            Answers.watts(watts)));
        }
        return entries;
    }

    private static long rest(long start, Duration end) {
        return Math.clamp(end.toSeconds() - start, 0, DAY.toSeconds());
    }

    /** What is left out must not be exceeded either. */
    private static int least(List<ChargingSchedule.Step> steps) {
        return steps.stream().mapToInt(ChargingSchedule.Step::watts).min().orElseThrow();
    }
}
