package org.plugcharge.evcc.demo;

import org.plugcharge.evcc.host.JournalEntry;
import org.plugcharge.v2g.text.MessageText;

import java.util.List;
import java.util.Set;

/** The car's journal as part of the timeline: every message as the car sent or heard it. */
final class CarNotes {

    private static final Set<String> LOOP = Set.of("CurrentDemandReq", "CurrentDemandRes");

    private CarNotes() {}

    static void addAll(Timeline timeline, List<JournalEntry> journal) {
        for (JournalEntry entry : journal) {
            switch (entry.kind()) {
                case SENT -> add(timeline, entry, Lane.CAR, Lane.STATION);
                case RECEIVED -> add(timeline, entry, Lane.STATION, Lane.CAR);
                case LINK ->
                        timeline.add(
                                new Timeline.Entry(
                                        entry.instant(),
                                        Lane.CAR,
                                        Lane.CAR,
                                        Layer.TLS,
                                        entry.text(),
                                        "",
                                        null,
                                        false));
                case INPUT, OUTPUT -> {}
            }
        }
    }

    private static void add(Timeline timeline, JournalEntry entry, Lane from, Lane to) {
        timeline.add(
                new Timeline.Entry(
                        entry.instant(),
                        from,
                        to,
                        Layer.V2G,
                        entry.text(),
                        entry.message().map(MessageText::json).orElse(""),
                        entry.octets().orElse(null),
                        LOOP.contains(entry.text())));
    }
}
