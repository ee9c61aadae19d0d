package org.plugcharge.tool.transcript;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.explain.Entry;
import org.plugcharge.tool.explain.Entry.SaidMessage;
import org.plugcharge.tool.rules.Finding;
import org.plugcharge.tool.rules.Times;
import org.plugcharge.tool.session.Party;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Folds exchanges that are repeated many times: the first is shown, the others are counted as long
 * as nothing new is found in them.
 */
final class Loop {

    private static final int SHOWN = 1;

    private final Set<String> seen = new HashSet<>();
    private @Nullable Duration least;
    private @Nullable Duration most;
    private String exchange = "";
    private int session;
    private int requests;
    private long folded;

    /** What was folded, to be said before the next entry. */
    record Folded(
            String exchange, long messages, @Nullable Duration least, @Nullable Duration most) {

        String text() {
            String count =
                    "... "
                            + messages
                            + (messages == 1 ? " more message of " : " more messages of ")
                            + exchange;
            return least == null || most == null
                    ? count
                    : count + ", answered in " + Times.text(least) + " to " + Times.text(most);
        }
    }

    /** Whether the entry is folded; its findings are those seen before. */
    boolean folds(Entry entry) {
        SaidMessage said = entry.said().orElse(null);
        boolean fresh = false;
        for (Finding finding : entry.findings()) {
            fresh |= seen.add(entry.where().session() + finding.rule().id());
        }
        String found = repeatable(entry);
        if (found.isEmpty() || fresh || (said != null && said.message().failed())) {
            return false;
        }
        if (!found.equals(exchange) || session != entry.where().session()) {
            return false;
        }
        boolean asks = entry.by().equals(Optional.of(Party.VEHICLE));
        if (requests + (asks ? 1 : 0) <= SHOWN) {
            requests += asks ? 1 : 0;
            return false;
        }
        requests += asks ? 1 : 0;
        folded++;
        entry.said().flatMap(SaidMessage::took).ifPresent(this::took);
        return true;
    }

    private void took(Duration time) {
        least = least == null || time.compareTo(least) < 0 ? time : least;
        most = most == null || time.compareTo(most) > 0 ? time : most;
    }

    /** What entries have in common that repeat each other; empty for what is always shown. */
    private static String repeatable(Entry entry) {
        return entry.said()
                .map(said -> said.message().exchange())
                .orElse(entry.layer() == Entry.Layer.SDP ? entry.name() : "");
    }

    /** Begins anew behind an entry that is shown; what was folded before it. */
    Optional<Folded> next(Entry entry) {
        Optional<Folded> before = end();
        String found = repeatable(entry);
        if (!found.equals(exchange) || session != entry.where().session()) {
            exchange = found;
            session = entry.where().session();
            requests = entry.by().equals(Optional.of(Party.VEHICLE)) ? 1 : 0;
        }
        return before;
    }

    /** What is folded at the end. */
    Optional<Folded> end() {
        if (folded == 0) {
            return Optional.empty();
        }
        Folded done = new Folded(exchange, folded, least, most);
        folded = 0;
        least = null;
        most = null;
        return Optional.of(done);
    }
}
