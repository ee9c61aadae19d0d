package org.plugcharge.evcc.script;

import org.plugcharge.evcc.script.ScriptRun.Visited;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a script expects.
 *
 * @param endings how each visit ends, in the words of {@link Visited#ending}
 * @param leastWattHours energy of all visits together
 * @param responses messages that come with these codes, the last of each visit or an earlier one
 */
public record Expectations(
        List<String> endings,
        Optional<Long> leastWattHours,
        Optional<Long> mostWattHours,
        Map<String, String> responses,
        Optional<Duration> slowestAnswer) {

    /** Copies. */
    public Expectations {
        endings = List.copyOf(endings);
        responses = Map.copyOf(responses);
    }

    /** That every visit ends as the driver means it to. */
    public static Expectations usual(List<Visit> visits) {
        return new Expectations(
                visits.stream().map(Expectations::usual).toList(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    private static String usual(Visit visit) {
        return switch (visit.leave()) {
            case STOP -> "completed";
            case PAUSE -> "paused";
            case UNPLUG -> "unplugged";
            case EMERGENCY -> "own-fault";
        };
    }

    /** What was other than expected, a sentence each. */
    public List<String> objections(List<Visited> visits) {
        List<String> objections = new ArrayList<>();
        ends(visits, objections);
        energy(visits, objections);
        codes(visits, objections);
        times(visits, objections);
        return objections;
    }

    private void ends(List<Visited> visits, List<String> objections) {
        List<String> found = visits.stream().map(Visited::ending).toList();
        if (!endings.equals(found)) {
            objections.add(
                    "expected the visits to end %s, they ended %s"
                            .formatted(
                                    String.join(", ", endings),
                                    String.join(
                                            ", ",
                                            visits.stream().map(Visited::endingText).toList())));
        }
    }

    private void energy(List<Visited> visits, List<String> objections) {
        long found = visits.stream().mapToLong(Visited::wattHours).sum();
        leastWattHours
                .filter(least -> found < least)
                .ifPresent(least ->
                        objections.add(
                                "expected at least %d Wh, found %d".formatted(least, found)));
        mostWattHours
                .filter(most -> found > most)
                .ifPresent(most ->
                        objections.add("expected at most %d Wh, found %d".formatted(most, found)));
    }

    private void codes(List<Visited> visits, List<String> objections) {
        responses.forEach((message, code) -> {
            List<String> found =
                    visits.stream().flatMap(visit -> codes(visit, message)).distinct().toList();
            if (!found.contains(code)) {
                objections.add(
                        "expected %s with %s, found %s"
                                .formatted(
                                        message,
                                        code,
                                        found.isEmpty()
                                                ? "none of these"
                                                : String.join(", ", found)));
            }
        });
    }

    private static Stream<String> codes(Visited visit, String message) {
        return visit.answers().stream()
                .filter(answer -> answer.message().equals(message))
                .map(Answer::code);
    }

    private void times(List<Visited> visits, List<String> objections) {
        slowestAnswer.ifPresent(most ->
                visits.stream()
                        .flatMap(visit -> visit.answers().stream())
                        .filter(answer -> answer.time().compareTo(most) > 0)
                        .findFirst()
                        .ifPresent(slow ->
                                objections.add(
                                        "expected every answer within %d ms, %s took %d ms"
                                                .formatted(
                                                        most.toMillis(),
                                                        slow.message(),
                                                        slow.time().toMillis()))));
    }
}
