package org.plugcharge.evcc.report;

import java.time.Duration;
import java.util.List;

/**
 * How one thing went.
 *
 * @param kind {@code session}, {@code script}, {@code misbehaviour} or {@code fleet}
 * @param text why, in a sentence or more
 * @param visits the sessions it consists of, if they were charges
 * @param rows of the table of attacks, of a misbehaviour
 * @param demanded of the station, by a misbehaviour; empty otherwise
 */
public record CaseResult(
        String kind,
        String name,
        Status status,
        String text,
        Duration took,
        List<VisitResult> visits,
        List<Integer> rows,
        String demanded) {

    /** Whether it went as it should. */
    public enum Status {
        /** It did. */
        PASSED,
        /** It did not. */
        FAILED,
        /** It was not tried. */
        SKIPPED
    }

    /** One session: how it ended, the energy in Wh, and the station's answers. */
    public record VisitResult(
            String ending, String text, Duration took, long wattHours, List<Timing> answers) {

        /** Copies. */
        public VisitResult {
            answers = List.copyOf(answers);
        }
    }

    /** Copies. */
    public CaseResult {
        visits = List.copyOf(visits);
        rows = List.copyOf(rows);
    }

    /** One that is no misbehaviour. */
    public static CaseResult of(
            String kind,
            String name,
            Status status,
            String text,
            Duration took,
            List<VisitResult> visits) {
        return new CaseResult(kind, name, status, text, took, visits, List.of(), "");
    }
}
