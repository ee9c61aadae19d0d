package org.plugcharge.tool.rules;

import org.plugcharge.tool.session.Party;

import java.util.List;

/**
 * Who may speak: the vehicle asks one thing at a time, the station answers it with its own kind.
 */
final class TakingTurns {

    static final Rule ONE_AT_A_TIME =
            new Rule(
                    "turn.one-request",
                    "",
                    "a vehicle sends its next request when the last one is answered");
    static final Rule ANSWER_FITS =
            new Rule(
                    "turn.answer-fits",
                    "",
                    "a station answers a request with the response of the same name");
    static final Rule NO_ANSWER_UNASKED =
            new Rule("turn.unasked", "", "a station speaks only when it is asked");

    private TakingTurns() {}

    static List<Finding> judge(Course course, Said said) {
        Said request = course.request();
        if (said.by() == Party.VEHICLE) {
            return request != null && course.response() == null
                    ? List.of(
                            Finding.broken(
                                    ONE_AT_A_TIME,
                                    said.message().name()
                                            + " came before "
                                            + request.message().name()
                                            + " was answered"))
                    : List.of();
        }
        if (request == null || course.response() != null) {
            return List.of(
                    Finding.broken(
                            NO_ANSWER_UNASKED,
                            said.message().name() + " came without a request before it"));
        }
        return request.message().exchange().equals(said.message().exchange())
                ? List.of()
                : List.of(
                        Finding.broken(
                                ANSWER_FITS,
                                "expected "
                                        + request.message().exchange()
                                        + "Res, found "
                                        + said.message().name()));
    }
}
