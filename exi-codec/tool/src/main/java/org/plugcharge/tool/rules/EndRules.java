package org.plugcharge.tool.rules;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.rules.Limits.Limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a session ends. */
public final class EndRules {

    static final Rule STOPPED =
            new Rule(
                    "end.stopped",
                    "",
                    "a session ends with SessionStop before its connection is closed");
    static final Rule RESET =
            new Rule("end.reset", "", "a connection is closed (FIN), not broken off (RST)");
    static final Rule SOON =
            new Rule(
                    "end.soon",
                    "",
                    "the vehicle closes the connection within about 5 s after SessionStopRes");
    static final Rule ANSWERED = AnswerTimes.IN_TIME;

    private static final Duration TEARDOWN = Duration.ofSeconds(5);

    private EndRules() {}

    /** The first close of a connection. */
    public static List<Finding> closed(Course course, boolean reset, @Nullable Instant at) {
        List<Finding> findings = new ArrayList<>();
        if (reset && !course.stopped()) {
            findings.add(Finding.broken(RESET, "the connection was broken off"));
        }
        if (!course.stopped() && course.request() != null) {
            findings.add(
                    Finding.broken(
                            STOPPED, "closed " + lastWords(course) + " without SessionStop"));
        }
        findings.addAll(unanswered(course, at));
        Said response = course.response();
        if (course.stopped() && response != null && response.at() != null && at != null) {
            Duration took = Duration.between(response.at(), at);
            if (took.compareTo(TEARDOWN) > 0) {
                findings.add(Finding.note(SOON, "closed after " + Times.text(took)));
            }
        }
        return findings;
    }

    /** A request that nobody has answered when the connection, or the capture, ends. */
    public static List<Finding> unanswered(Course course, @Nullable Instant at) {
        Said request = course.request();
        if (request == null || course.response() != null) {
            return List.of();
        }
        Limit limit = Limits.message(course.protocol().orElse(null), request.message().exchange());
        String text = request.message().name() + " was not answered";
        if (request.at() == null || at == null) {
            return List.of(Finding.note(ANSWERED, text));
        }
        Duration waited = Duration.between(request.at(), at);
        text += waited.isZero() ? "" : " within " + Times.text(waited);
        return List.of(
                waited.toMillis() > limit.timeoutMs()
                        ? Finding.broken(
                                ANSWERED,
                                text + ", the vehicle waits " + Times.text(limit.timeoutMs()))
                        : Finding.note(ANSWERED, text));
    }

    private static String lastWords(Course course) {
        Said response = course.response();
        Said request = course.request();
        Said lastSaid = response != null ? response : request;
        return lastSaid == null ? "at once" : "after " + lastSaid.message().name();
    }
}
