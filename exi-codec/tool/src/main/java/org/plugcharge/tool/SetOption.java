package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.v2g.MessageSet;

import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The choice of a message set, the same in every command. */
final class SetOption {

    /** For help and completion. */
    static final class Labels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(MessageSet.values()).map(MessageSet::label).iterator();
        }
    }

    @Option(
            names = "--set",
            converter = SetConverter.class,
            completionCandidates = Labels.class,
            description = "Message set: ${COMPLETION-CANDIDATES}; found out if left out.")
    private @Nullable MessageSet set;

    /** The set that was chosen, or all of these. */
    List<MessageSet> sets(List<MessageSet> otherwise) {
        return set == null ? otherwise : List.of(set);
    }

    /** The set that was chosen, or all. */
    List<MessageSet> sets() {
        return sets(List.of(MessageSet.values()));
    }

    @Override
    public String toString() {
        return set == null ? "some message set" : set.label();
    }
}
