package org.plugcharge.evcc.script;

import org.plugcharge.evcc.host.JournalEntry;
import org.plugcharge.evcc.host.JournalEntry.Kind;
import org.plugcharge.evcc.host.Spelling;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer of a station: which message, its response code as the standard spells it (empty if it
 * has none), and the time from the request to it.
 */
public record Answer(String message, String code, Duration time) {

    /** Those of a journal, in order. */
    public static List<Answer> of(List<JournalEntry> journal) {
        List<Answer> answers = new ArrayList<>();
        Instant asked = Instant.EPOCH;
        for (JournalEntry entry : journal) {
            if (entry.kind() == Kind.SENT) {
                asked = entry.instant();
            } else if (entry.kind() == Kind.RECEIVED) {
                answers.add(
                        new Answer(
                                entry.text(),
                                code(entry.message().orElse("")),
                                Duration.between(asked, entry.instant())));
            }
        }
        return answers;
    }

    private static String code(Object message) {
        return switch (message) {
            case SupportedAppProtocolRes response -> Spelling.of(response.responseCode());
            case V2gMessage v2g when v2g.body().element() instanceof Iso2Response response ->
                    Spelling.of(response.responseCode());
            case org.plugcharge.v2g.din70121.V2gMessage v2g
                    when v2g.body().element() instanceof Din70121Response response ->
                    Spelling.of(response.responseCode());
            default -> "";
        };
    }
}
