package org.plugcharge.tool.transcript;

import org.plugcharge.tool.explain.Entry;
import org.plugcharge.tool.explain.Entry.SaidMessage;
import org.plugcharge.tool.rules.Finding;
import org.plugcharge.tool.rules.Times;
import org.plugcharge.tool.session.Party;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Folds exchanges that are repeated many times: the first is shown, the others are counted as long
 * as nothing new is found in them.
 */
final class Loop {

    private static final int SHOWN = 1;

    private final Set<String> seen = new HashSet<>();
    private final List<Duration> times = new ArrayList<>();
    private String exchange = "";
    private int session;
    private int requests;
    private long folded;

    /** What was folded, to be said before the next entry. */
    record Folded(String exchange, int session, long messages, List<Duration> times) {

        String text() {
            String count =
                    "... "
                            + messages
                            + (messages == 1 ? " more message of " : " more messages of ")
                            + exchange;
            if (times.isEmpty()) {
                return count;
            }
            Duration least = times.stream().min(Duration::compareTo).orElse(Duration.ZERO);
            Duration most = times.stream().max(Duration::compareTo).orElse(Duration.ZERO);
            return count + ", answered in " + Times.text(least) + " to " + Times.text(most);
        }
    }

    /** Whether the entry is folded; its findings are those seen before. */
    boolean folds(Entry entry) {
        SaidMessage said = entry.said().orElse(null);
        boolean fresh = false;
        for (Finding finding : entry.findings()) {
            fresh |= seen.add(entry.where().session() + finding.rule().id());
        }
        if (said == null || fresh || said.message().failed()) {
            return false;
        }
        String found = said.message().exchange();
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
        said.took().ifPresent(times::add);
        return true;
    }

    /** Begins anew behind an entry that is shown; what was folded before it. */
    Optional<Folded> next(Entry entry) {
        Optional<Folded> before = end();
        String found = entry.said().map(said -> said.message().exchange()).orElse("");
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
        Folded done = new Folded(exchange, session, folded, List.copyOf(times));
        folded = 0;
        times.clear();
        return Optional.of(done);
    }
}
