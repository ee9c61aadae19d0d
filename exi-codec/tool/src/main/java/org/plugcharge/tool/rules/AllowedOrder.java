package org.plugcharge.tool.rules;

import org.plugcharge.tool.session.Message;
import org.plugcharge.tool.session.Party;
import org.plugcharge.tool.session.Protocol;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which request may come next, and how a station answers one that may not. */
final class AllowedOrder {

    static final Rule NEXT =
            new Rule(
                    "sequence.next-request",
                    "message sequence",
                    "requests come in the order of their protocol");
    static final Rule REFUSED =
            new Rule(
                    "sequence.refused",
                    "FAILED_SequenceError",
                    "a request out of order is answered with FAILED_SequenceError");
    static final Rule NEEDLESS =
            new Rule(
                    "sequence.needless",
                    "FAILED_SequenceError",
                    "FAILED_SequenceError answers only a request out of order");
    static final Rule OVER = new Rule("sequence.over", "", "nothing is said after SessionStopRes");

    private static final String SEQUENCE_ERROR = "FAILED_SequenceError";

    private AllowedOrder() {}

    static List<Finding> judge(Course course, Said said) {
        if (course.stopped()) {
            return List.of(
                    Finding.broken(OVER, said.message().name() + " came after SessionStopRes"));
        }
        return said.by() == Party.VEHICLE ? request(course, said) : response(course, said);
    }

    private static List<Finding> request(Course course, Said said) {
        Set<String> allowed = next(course);
        String found = said.message().exchange();
        if (allowed.isEmpty() || allowed.contains(found)) {
            return List.of();
        }
        return List.of(
                Finding.broken(
                        NEXT,
                        "expected "
                                + String.join(" or ", allowed)
                                + ", found "
                                + found
                                + after(course)));
    }

    private static String after(Course course) {
        Said request = course.request();
        return request == null ? " as the first request" : " after " + request.message().exchange();
    }

    /** A request is judged anew at its answer, by the course before it: the step that asked. */
    private static List<Finding> response(Course course, Said said) {
        Said request = course.request();
        if (request == null) {
            return List.of();
        }
        boolean refused = said.message().says(SEQUENCE_ERROR, "ResponseCode");
        boolean outOfOrder = course.outOfOrder();
        if (outOfOrder && !refused && !said.message().failed()) {
            return List.of(
                    Finding.broken(
                            REFUSED,
                            request.message().name()
                                    + " was out of order, but the answer is "
                                    + said.message().responseCode().orElse("without a code")));
        }
        return refused && !outOfOrder && course.complete()
                ? List.of(
                        Finding.note(
                                NEEDLESS,
                                request.message().name()
                                        + " was in order as far as this program can tell"))
                : List.of();
    }

    /** The requests that may come now; empty where any may. */
    static Set<String> next(Course course) {
        Said request = course.request();
        Protocol protocol = course.protocol().orElse(null);
        if (request == null) {
            return course.complete() ? Set.of("supportedAppProtocol") : Set.of();
        }
        if (request.message().isNegotiation()) {
            return Set.of("SessionSetup");
        }
        Said response = course.response();
        if (protocol == null || response == null || response.message().failed()) {
            return Set.of();
        }
        Set<String> next = new TreeSet<>();
        for (Step step : steps(protocol)) {
            if (step.follows(course, request.message(), response.message())) {
                next.addAll(step.next());
            }
        }
        if (!next.isEmpty() && course.established()) {
            next.add("SessionStop");
        }
        return next;
    }

    private static List<Step> steps(Protocol protocol) {
        return switch (protocol) {
            case DIN70121 -> Steps.DIN70121;
            case ISO2 -> Steps.ISO2;
            default -> Steps.ISO20;
        };
    }

    /** Whether this message is one that may come. */
    static boolean allows(Course course, Message message) {
        Set<String> next = next(course);
        return next.isEmpty() || next.contains(message.exchange());
    }
}
