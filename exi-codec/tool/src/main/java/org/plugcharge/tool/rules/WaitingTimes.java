package org.plugcharge.tool.rules;

import org.plugcharge.tool.rules.Limits.Limit;
import org.plugcharge.tool.session.Party;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How soon a vehicle asks again, and how soon the session gets under way. */
final class WaitingTimes {

    static final Rule IN_TIME =
            new Rule(
                    "time.next-request",
                    "V2G_SECC_Sequence_Timeout [V2G2-443] [V2G20-1500] [V2G20-1502] [V2G20-5070]",
                    "the next request comes before the station gives up");
    static final Rule SOON =
            new Rule(
                    "time.next-request-soon",
                    "V2G_EVCC_Sequence_Performance_Time [V2G2-485] [V2G20-1499]",
                    "the vehicle asks again within its performance time");
    static final Rule SETUP =
            new Rule(
                    "time.setup",
                    "V2G_EVCC_CommunicationSetup_Timeout",
                    "SessionSetupRes comes within 20 s of discovery");
    static final Rule SETUP_SOON =
            new Rule(
                    "time.setup-soon",
                    "V2G_SECC_CommunicationSetup_Performance_Time [V2G2-716]",
                    "SessionSetupRes comes within 18 s of discovery");

    private WaitingTimes() {}

    static List<Finding> judge(Course course, Said said) {
        if (said.by() == Party.STATION) {
            return said.message().exchange().equals("SessionSetup")
                    ? setup(course, said)
                    : List.of();
        }
        Said response = course.response();
        if (response == null) {
            return List.of();
        }
        Limit limit =
                Limits.nextRequest(course.protocol().orElse(null), response.message().exchange());
        return said.since(response)
                .map(waited ->
                        judge(
                                waited,
                                limit,
                                IN_TIME,
                                SOON,
                                said.message().name()
                                        + " came "
                                        + Times.text(waited)
                                        + " after "
                                        + response.message().name()))
                .orElse(List.of());
    }

    private static List<Finding> setup(Course course, Said said) {
        Instant at = said.at();
        if (at == null || course.begun().isEmpty()) {
            return List.of();
        }
        Duration took = Duration.between(course.begun().get(), at);
        return judge(
                took,
                Limits.COMMUNICATION_SETUP,
                SETUP,
                SETUP_SOON,
                "SessionSetupRes came " + Times.text(took) + " after the beginning");
    }

    private static List<Finding> judge(
            Duration took, Limit limit, Rule inTime, Rule soon, String text) {
        if (took.toMillis() > limit.timeoutMs()) {
            return List.of(
                    Finding.broken(
                            inTime, text + ", the limit is " + Times.text(limit.timeoutMs())));
        }
        return took.toMillis() > limit.performanceMs()
                ? List.of(
                        Finding.slow(
                                soon, text + ", it should be " + Times.text(limit.performanceMs())))
                : List.of();
    }
}
