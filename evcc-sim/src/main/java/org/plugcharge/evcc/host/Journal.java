package org.plugcharge.evcc.host;

import java.util.ArrayList;
import java.util.List;

/** Everything that happened in a session, in order; safe for use by several threads. */
public final class Journal {

    private static final int MAX_ENTRIES = 1_000_000;

    private final int most;
    private final List<JournalEntry> entries = new ArrayList<>();

    /** Of a session of any length that makes sense. */
    public Journal() {
        this(MAX_ENTRIES);
    }

    /** Of the first {@code most} things that happen. */
    public Journal(int most) {
        this.most = most;
    }

    synchronized void add(JournalEntry entry) {
        if (entries.size() < most) {
            entries.add(entry);
        }
    }

    /** What has happened so far. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }
}
