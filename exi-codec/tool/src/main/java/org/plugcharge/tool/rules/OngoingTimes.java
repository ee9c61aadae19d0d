package org.plugcharge.tool.rules;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.rules.Limits.Limit;
import org.plugcharge.tool.session.Party;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long the same request may go on. Each limit is reported once, where it is passed. */
final class OngoingTimes {

    static final Rule IN_TIME =
            new Rule(
                    "time.ongoing",
                    "V2G_EVCC_Ongoing_Timeout, V2G_EVCC_CableCheck_Timeout,"
                            + " V2G_EVCC_PreCharge_Timeout",
                    "what the station works on is done before the vehicle gives up");
    static final Rule SOON =
            new Rule(
                    "time.ongoing-soon",
                    "V2G_SECC_Ongoing_Performance_Time [V2G2-712] [V2G2-713]",
                    "the station is done, or says so with FAILED, within its performance time");

    private OngoingTimes() {}

    static List<Finding> judge(Course course, Said said) {
        Said begun = course.loopBegun();
        String exchange = said.message().exchange();
        Said before = said.by() == Party.STATION ? course.request() : course.response();
        if (begun == null
                || before == null
                || !begun.message().exchange().equals(exchange)
                || !before.message().exchange().equals(exchange)) {
            return List.of();
        }
        Limit limit = Limits.repeated(course.protocol().orElse(null), exchange);
        Duration now = said.since(begun).orElse(null);
        Duration then = before.since(begun).orElse(null);
        if (limit == null || now == null || then == null) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        String text = exchange + " has gone on for " + Times.text(now);
        if (passes(limit.timeoutMs(), then, now)) {
            found.add(
                    Finding.broken(
                            IN_TIME,
                            text + ", the vehicle waits " + Times.text(limit.timeoutMs())));
        } else if (limit.performanceMs() > 0 && passes(limit.performanceMs(), then, now)) {
            found.add(
                    Finding.slow(
                            SOON, text + ", the station has " + Times.text(limit.performanceMs())));
        }
        return found;
    }

    private static boolean passes(long limitMs, @Nullable Duration then, Duration now) {
        return now.toMillis() > limitMs && (then == null || then.toMillis() <= limitMs);
    }
}
