package org.plugcharge.tool.explain;

import org.plugcharge.tool.rules.Finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a whole input came to. */
public final class Totals {

    private long read;
    private long foreign;
    private long messages;
    private final List<String> sessions = new ArrayList<>();
    private final Map<String, Tally> rules = new LinkedHashMap<>();
    private final Map<String, Long> unread = new LinkedHashMap<>();

    /** How often a rule mattered, and where first. */
    public record Tally(Finding first, Where where, long count) {}

    void packet() {
        read++;
    }

    void foreignConnection() {
        foreign++;
    }

    void sessionBegun(String title) {
        sessions.add(title);
    }

    void unreadable(String reason) {
        unread.merge(reason, 1L, Long::sum);
    }

    void count(Entry entry) {
        messages += entry.said().isPresent() ? 1 : 0;
        for (Finding finding : entry.findings()) {
            rules.merge(
                    finding.rule().id(),
                    new Tally(finding, entry.where(), 1),
                    (one, _) -> new Tally(one.first(), one.where(), one.count() + 1));
        }
    }

    /** Packets or lines read. */
    public long read() {
        return read;
    }

    /** TCP connections that are no charging sessions. */
    public long foreign() {
        return foreign;
    }

    /** V2G messages read. */
    public long messages() {
        return messages;
    }

    /** What the sessions are called, in the order in which they begin. */
    public List<String> sessions() {
        return List.copyOf(sessions);
    }

    /** The rules that mattered, the gravest first, else in the order in which they did. */
    public List<Tally> rules() {
        return rules.values().stream()
                .sorted(Comparator.comparing(tally -> tally.first().gravity()))
                .toList();
    }

    /** Packets that should be readable and are not: why, and how many. */
    public Map<String, Long> unread() {
        return Collections.unmodifiableMap(unread);
    }

    /** Whether a rule was broken. */
    public boolean broken() {
        return rules.values().stream()
                .anyMatch(tally -> tally.first().gravity() == Finding.Gravity.BROKEN);
    }
}
