package org.plugcharge.evcc.host;

import java.util.ArrayList;
import java.util.List;

/** Everything that happened in a session, in order; safe for use by several threads. */
public final class Journal {

    private static final int MAX_ENTRIES = 1_000_000;

    private final List<JournalEntry> entries = new ArrayList<>();

    synchronized void add(JournalEntry entry) {
        if (entries.size() < MAX_ENTRIES) {
            entries.add(entry);
        }
    }

    /** What has happened so far. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }
}
