package org.plugcharge.certs.log;

import org.plugcharge.exi.Bytes;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Somebody outside who does not believe the log: keeps the right edge of the tree as it saw it, and
 * computes every later root from the entries themselves.
 */
public record LogFollower(Frontier seen, long seenAt) {

    /** Who has not seen anything yet. */
    public static final LogFollower NEW = new LogFollower(Frontier.EMPTY, 0);

    /** What became of a head. */
    public sealed interface Verdict {
        /** It continues what was seen. */
        record Continues(LogFollower next) implements Verdict {}

        /** It does not; the text says in what. */
        record Inconsistent(String why) implements Verdict {}
    }

    /**
     * Judges a signed head by the entries that came since.
     *
     * @param signed whether a signature over these octets is the log's
     * @param entries all entries from the size seen to the size of the head
     */
    public Verdict follow(
            TreeHead head,
            Bytes signature,
            BiPredicate<Bytes, Bytes> signed,
            List<LogEntry> entries) {
        Optional<String> objection = objection(head, signature, signed);
        return objection.isPresent()
                ? new Verdict.Inconsistent(objection.get())
                : arrive(head, grown(seen, entries));
    }

    /** What is wrong with a head by itself, before any entry is read. */
    public Optional<String> objection(
            TreeHead head, Bytes signature, BiPredicate<Bytes, Bytes> signed) {
        if (!signed.test(head.octets(), signature)) {
            return Optional.of("the head is not signed by the log's key");
        }
        if (head.size() < seen.size()) {
            return Optional.of("the log had " + seen.size() + " entries and has " + head.size());
        }
        return head.at() < seenAt
                ? Optional.of("the head is older than one that was seen")
                : Optional.empty();
    }

    /** Judges a head nobody objects to by the tree its entries make. */
    public Verdict arrive(TreeHead head, Frontier reached) {
        if (reached.size() != head.size()) {
            return new Verdict.Inconsistent(
                    "expected %d entries, got %d"
                            .formatted(head.size() - seen.size(), reached.size() - seen.size()));
        }
        return reached.root().equals(head.root())
                ? new Verdict.Continues(new LogFollower(reached, head.at()))
                : new Verdict.Inconsistent(
                        "the entries give another root than the head of size " + head.size());
    }

    /** A tree with further entries. */
    public static Frontier grown(Frontier tree, List<LogEntry> entries) {
        Frontier next = tree;
        for (LogEntry entry : entries) {
            next = next.append(entry.leafHash(), (level, index, hash) -> {});
        }
        return next;
    }
}
