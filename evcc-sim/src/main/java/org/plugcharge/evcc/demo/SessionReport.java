package org.plugcharge.evcc.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is shown of one session.
 *
 * @param scenario its name, as on the command line
 * @param headline what happened, in one sentence
 * @param pluggedIn the instant times are counted from
 * @param contract the eMAID or another token that pays, masked; empty if there was none
 * @param phases in order of time
 * @param timeline in order of time
 * @param curve in order of time
 * @param notes what a reader has to know, one sentence each
 */
public record SessionReport(
        String scenario,
        String headline,
        Instant pluggedIn,
        Optional<String> contract,
        Outcome outcome,
        List<Phase> phases,
        List<Timeline.Entry> timeline,
        List<PowerPoint> curve,
        List<CertificateTree> trees,
        Optional<Receipt> receipt,
        List<String> notes) {

    /** Copies the lists. */
    public SessionReport {
        phases = List.copyOf(phases);
        timeline = List.copyOf(timeline);
        curve = List.copyOf(curve);
        trees = List.copyOf(trees);
        notes = List.copyOf(notes);
    }
}
