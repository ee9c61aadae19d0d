package org.plugcharge.evcc.demo;

import org.plugcharge.evcc.demo.Timeline.Entry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which message of a timeline answers which.
 *
 * <p>An answer has the same layer and name and the opposite direction ({@link Entry} says which
 * names fit). On the layers without a connection (SLAC, SDP) a request may be repeated: there the
 * last one counts and the earlier ones are not missed.
 */
public final class Exchanges {

    private static final List<String> REQUEST_ENDINGS = List.of("request", "req");
    private static final List<String> ANSWER_ENDINGS = List.of("response", "res", "cnf");

    private final Map<Integer, Integer> requestOfAnswer = new HashMap<>();
    private final List<Entry> entries;
    private final List<Entry> unanswered;

    private Exchanges(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        Map<Question, Deque<Integer>> open = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            pair(i, open);
        }
        this.unanswered =
                open.values().stream()
                        .flatMap(Deque::stream)
                        .sorted()
                        .map(this.entries::get)
                        .toList();
    }

    private record Question(Layer layer, Lane from, Lane to, String name) {}

    /** Reads a timeline, which is in order of time. */
    public static Exchanges of(List<Entry> timeline) {
        return new Exchanges(timeline);
    }

    /**
     * How long the answer at this place of the timeline took; empty if what is there is no answer.
     */
    public Optional<Duration> responseTime(int index) {
        return Optional.ofNullable(requestOfAnswer.get(index))
                .map(request ->
                        Duration.between(entries.get(request).at(), entries.get(index).at()));
    }

    /** All response times of a layer. */
    public ResponseTimes responseTimes(Layer layer) {
        List<Duration> times = new ArrayList<>();
        requestOfAnswer.forEach((answer, request) -> {
            if (entries.get(answer).layer() == layer) {
                times.add(responseTime(answer).orElseThrow());
            }
        });
        return ResponseTimes.of(times);
    }

    /** Requests nobody answered, in order of time. */
    public List<Entry> unanswered() {
        return unanswered;
    }

    private void pair(int index, Map<Question, Deque<Integer>> open) {
        Entry entry = entries.get(index);
        String title = entry.title().strip().toLowerCase(Locale.ROOT);
        Optional<String> asked = asked(entry.layer(), title);
        if (asked.isPresent()) {
            Question question = new Question(entry.layer(), entry.from(), entry.to(), asked.get());
            Deque<Integer> waiting = open.computeIfAbsent(question, key -> new ArrayDeque<>());
            if (mayRepeat(entry.layer())) {
                waiting.clear();
            }
            waiting.add(index);
            return;
        }
        answered(entry.layer(), title)
                .map(name -> open.get(new Question(entry.layer(), entry.to(), entry.from(), name)))
                .map(Deque::poll)
                .ifPresent(request -> requestOfAnswer.put(index, request));
    }

    private static boolean mayRepeat(Layer layer) {
        return layer == Layer.SLAC || layer == Layer.SDP;
    }

    private static Optional<String> asked(Layer layer, String title) {
        if (layer == Layer.HTTP && title.contains(" /")) {
            return Optional.of("");
        }
        return without(title, REQUEST_ENDINGS);
    }

    private static Optional<String> answered(Layer layer, String title) {
        if (layer == Layer.HTTP && !title.isEmpty() && Character.isDigit(title.charAt(0))) {
            return Optional.of("");
        }
        return without(title, ANSWER_ENDINGS);
    }

    private static Optional<String> without(String title, List<String> endings) {
        return endings.stream()
                .filter(title::endsWith)
                .findFirst()
                .map(ending -> title.substring(0, title.length() - ending.length()).strip());
    }
}
