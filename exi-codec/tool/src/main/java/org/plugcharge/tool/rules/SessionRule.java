package org.plugcharge.tool.rules;

import java.util.List;

/** Judges a message by what was said before it. */
@FunctionalInterface
public interface SessionRule {

    /** What is to say about the message; nothing if it keeps the rule. */
    List<Finding> judge(Course course, Said said);

    /** All of them, in the order in which their findings are shown. */
    static List<SessionRule> all() {
        return List.of(
                TakingTurns::judge,
                AllowedOrder::judge,
                ProtocolChoice::judge,
                SessionIdentity::judge,
                ResponseCodes::judge,
                AnswerTimes::judge,
                WaitingTimes::judge,
                OngoingTimes::judge,
                Contracts::judge,
                SchemaValues::judge);
    }
}
