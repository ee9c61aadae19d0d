package org.plugcharge.evcc.hostile;

import org.plugcharge.evcc.host.Spelling;
import org.plugcharge.evcc.hostile.Reaction.Said;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a station must do, in words, and whether a reaction is that. */
record Demand(String text, Predicate<Reaction> met) {

    /** One of these codes, in the response that belongs to the request. */
    static Demand code(Enum<?>... codes) {
        List<Enum<?>> wanted = List.of(codes);
        return new Demand(
                wanted.stream().map(Spelling::of).collect(Collectors.joining(" or ")),
                reaction ->
                        reaction instanceof Reaction.Answered answered
                                && belongs(answered)
                                && answered.said()
                                        .filter(said -> wanted.contains(said.code()))
                                        .isPresent());
    }

    /** Any code that refuses, in the response that belongs to the request. */
    static Demand refused() {
        return new Demand(
                "FAILED...",
                reaction ->
                        reaction instanceof Reaction.Answered answered
                                && belongs(answered)
                                && answered.said().filter(Said::failed).isPresent());
    }

    /** Goes on as if nothing were: the right request that follows is answered with OK. */
    static Demand undisturbed() {
        return new Demand(
                "goes on",
                reaction ->
                        reaction instanceof Reaction.Answered answered
                                && answered.said().filter(Said::failed).isEmpty());
    }

    /** Any answer at all, as long as it is a message. */
    static Demand answered() {
        return new Demand("an answer", reaction -> reaction instanceof Reaction.Answered);
    }

    /** Says that there is no protocol in common. */
    static Demand noProtocol() {
        return new Demand(
                "Failed_NoNegotiation",
                reaction ->
                        reaction instanceof Reaction.Answered answered
                                && answered.message() instanceof SupportedAppProtocolRes response
                                && response.responseCode()
                                        == AppProtocolResponseCode.FAILED_NO_NEGOTIATION);
    }

    /** Closes the connection within this time. */
    static Demand closed(Duration within) {
        return new Demand(
                "closes within " + within.toMillis() / 1000.0 + " s",
                reaction ->
                        reaction instanceof Reaction.Closed closed
                                && closed.after().compareTo(within) <= 0);
    }

    /** Says nothing: closes, or goes on waiting. */
    static Demand unanswered() {
        return new Demand(
                "no answer",
                reaction ->
                        reaction instanceof Reaction.Closed || reaction instanceof Reaction.Silent);
    }

    Demand or(Demand other) {
        return new Demand(text + ", or " + other.text, met.or(other.met));
    }

    /** A refusal comes in the refused request's own response [V2G2-736]. */
    private static boolean belongs(Reaction.Answered answered) {
        return answered.said()
                .map(Said::name)
                .filter(name -> name.equals(answered.to().replaceAll("Req$", "Res")))
                .isPresent();
    }
}
