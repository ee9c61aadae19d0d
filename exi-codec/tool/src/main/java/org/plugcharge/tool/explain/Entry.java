package org.plugcharge.tool.explain;

import org.plugcharge.tool.rules.Finding;
import org.plugcharge.tool.session.Message;
import org.plugcharge.tool.session.Party;
import org.plugcharge.v2g.v2gtp.PayloadType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing of a transcript.
 *
 * @param by who did it; nothing where the transcript itself speaks
 * @param name what it is: a message's name, or a few words
 * @param summary what is in it, on one line
 * @param said the V2G message, if it is one
 */
public record Entry(
        Where where,
        Layer layer,
        Optional<Party> by,
        String name,
        String summary,
        List<Finding> findings,
        Optional<SaidMessage> said) {

    /** Copies the list. */
    public Entry {
        findings = List.copyOf(findings);
    }

    /** On what it happened. */
    public enum Layer {
        /** Matching over the power line. */
        SLAC,
        /** Discovery of the station. */
        SDP,
        /** The connection. */
        TCP,
        /** Its encryption. */
        TLS,
        /** The session itself. */
        V2G
    }

    /**
     * A message of the session.
     *
     * @param took for a response: how long after its request
     * @param limit how long the other side would have waited
     * @param otherSets further message sets it would fit
     */
    public record SaidMessage(
            Message message,
            PayloadType type,
            Optional<Duration> took,
            Optional<Duration> limit,
            List<String> otherSets) {

        /** Copies the list. */
        public SaidMessage {
            otherSets = List.copyOf(otherSets);
        }
    }

    static Entry of(Where where, Layer layer, Party by, String name, String summary) {
        return new Entry(where, layer, Optional.of(by), name, summary, List.of(), Optional.empty());
    }

    static Entry note(Where where, Layer layer, String name, String summary) {
        return new Entry(
                where, layer, Optional.empty(), name, summary, List.of(), Optional.empty());
    }

    Entry with(List<Finding> more) {
        return new Entry(where, layer, by, name, summary, more, said);
    }
}
