package org.plugcharge.tool.rules;

import org.plugcharge.tool.session.Message;

import java.util.List;

/**
 * One row of a message sequence: after this exchange, if the condition holds, these may come.
 *
 * @param after name of an exchange
 * @param next names of exchanges
 */
record Step(String after, Condition condition, List<String> next) {

    /** On what the next message depends. */
    @FunctionalInterface
    interface Condition {

        boolean holds(Course course, Message request, Message response);
    }

    static Step step(String after, String... next) {
        return new Step(after, (_, _, _) -> true, List.of(next));
    }

    static Step step(String after, Condition condition, String... next) {
        return new Step(after, condition, List.of(next));
    }

    boolean follows(Course course, Message request, Message response) {
        return after.equals(request.exchange()) && condition.holds(course, request, response);
    }
}
