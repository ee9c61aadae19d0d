package org.plugcharge.tool.rules;

import org.plugcharge.tool.rules.Limits.Limit;
import org.plugcharge.tool.session.Party;

import java.time.Duration;
import java.util.List;

/** How fast a station answers. */
final class AnswerTimes {

    static final Rule IN_TIME =
            new Rule(
                    "time.answer",
                    "V2G_EVCC_Msg_Timeout",
                    "the answer comes before the vehicle gives up");
    static final Rule SOON =
            new Rule(
                    "time.answer-soon",
                    "V2G_SECC_Msg_Performance_Time",
                    "the station answers within its performance time");

    private AnswerTimes() {}

    static List<Finding> judge(Course course, Said said) {
        Said request = course.request();
        if (said.by() == Party.VEHICLE || request == null || course.response() != null) {
            return List.of();
        }
        Limit limit = Limits.message(course.protocol().orElse(null), request.message().exchange());
        return said.since(request).map(took -> judge(took, limit, said)).orElse(List.of());
    }

    private static List<Finding> judge(Duration took, Limit limit, Said said) {
        String text = said.message().name() + " took " + Times.text(took) + ", ";
        if (took.toMillis() > limit.timeoutMs()) {
            return List.of(
                    Finding.broken(
                            IN_TIME, text + "the vehicle waits " + Times.text(limit.timeoutMs())));
        }
        return limit.performanceMs() > 0 && took.toMillis() > limit.performanceMs()
                ? List.of(
                        Finding.slow(
                                SOON,
                                text + "the station has " + Times.text(limit.performanceMs())))
                : List.of();
    }
}
