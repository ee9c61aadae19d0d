package org.plugcharge.evcc.report;

import org.plugcharge.evcc.script.Answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How fast a station gave one kind of answer, and with which response codes how often. */
public record Timing(
        String message,
        int count,
        Duration median,
        Duration p99,
        Duration slowest,
        Map<String, Integer> codes) {

    /** Copies. */
    public Timing {
        codes = Map.copyOf(codes);
    }

    /** One for each message, in the order they came first. */
    public static List<Timing> of(List<Answer> answers) {
        Map<String, List<Answer>> byMessage = new LinkedHashMap<>();
        for (Answer answer : answers) {
            byMessage.computeIfAbsent(answer.message(), _ -> new ArrayList<>()).add(answer);
        }
        return byMessage.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Timing of(String message, List<Answer> answers) {
        List<Duration> times = answers.stream().map(Answer::time).sorted().toList();
        Map<String, Integer> codes = new TreeMap<>();
        answers.forEach(answer -> codes.merge(answer.code(), 1, Integer::sum));
        return new Timing(
                message, times.size(), rank(times, 50), rank(times, 99), times.getLast(), codes);
    }

    /** The nearest rank. */
    private static Duration rank(List<Duration> sorted, int percent) {
        return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
    }
}
