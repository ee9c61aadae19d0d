package org.plugcharge.tool.explain;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.capture.Carried.PowerLine;
import org.plugcharge.tool.explain.Entry.Layer;
import org.plugcharge.tool.explain.Mme.Kind;
import org.plugcharge.tool.rules.Finding;
import org.plugcharge.tool.rules.MatchingRules;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows the matching of vehicles and stations over the power line, run by run. */
final class Matching {

    private static final int MOST_RUNS = 4_096;

    private final Consumer<Entry> listener;
    private final Map<Bytes, Run> runs = new LinkedHashMap<>();

    private static final class Run {
        private final Map<Kind, Instant> first = new EnumMap<>(Kind.class);
        private final Map<Kind, Instant> last = new EnumMap<>(Kind.class);
        private final Map<Kind, Integer> count = new EnumMap<>(Kind.class);
    }

    Matching(Consumer<Entry> listener) {
        this.listener = listener;
    }

    void take(PowerLine frame, Where where) {
        Optional<Mme> read = Mme.of(frame.message());
        if (read.isEmpty()) {
            return;
        }
        Mme mme = read.get();
        List<Finding> findings =
                mme.runId().map(id -> judge(mme, id, where.at())).orElse(List.of());
        String from = "from " + Mme.mac(frame.source());
        listener.accept(
                new Entry(
                        where,
                        Layer.SLAC,
                        mme.kind().flatMap(Kind::sender),
                        mme.title(),
                        mme.summary().isEmpty() ? from : mme.summary() + ", " + from,
                        findings,
                        Optional.empty()));
    }

    private List<Finding> judge(Mme mme, Bytes runId, @Nullable Instant at) {
        Kind kind = mme.kind().orElseThrow();
        if (kind == Kind.SLAC_PARM_REQ && !runs.containsKey(runId)) {
            runs.put(runId, new Run());
            if (runs.size() > MOST_RUNS) {
                runs.remove(runs.keySet().iterator().next());
            }
        }
        Run run = runs.get(runId);
        if (run == null) {
            return List.of();
        }
        List<Finding> findings =
                switch (kind) {
                    case SLAC_PARM_CNF ->
                            MatchingRules.answer(mme.title(), run.last.get(Kind.SLAC_PARM_REQ), at);
                    case ATTEN_CHAR_IND ->
                            MatchingRules.attenuation(
                                    run.first.get(Kind.START_ATTEN_CHAR_IND),
                                    at,
                                    run.count.getOrDefault(Kind.START_ATTEN_CHAR_IND, 0),
                                    run.count.getOrDefault(Kind.MNBC_SOUND_IND, 0),
                                    run.count.getOrDefault(Kind.ATTEN_CHAR_IND, 0) == 0);
                    case ATTEN_CHAR_RSP ->
                            MatchingRules.answer(
                                    mme.title(), run.last.get(Kind.ATTEN_CHAR_IND), at);
                    case SLAC_MATCH_REQ ->
                            MatchingRules.decision(run.last.get(Kind.ATTEN_CHAR_RSP), at);
                    case SLAC_MATCH_CNF ->
                            MatchingRules.match(
                                    run.last.get(Kind.SLAC_MATCH_REQ),
                                    at,
                                    mme.octets(66, 7),
                                    mme.octets(74, 16));
                    default -> List.of();
                };
        if (at != null) {
            run.first.putIfAbsent(kind, at);
            run.last.put(kind, at);
        }
        run.count.merge(kind, 1, Integer::sum);
        return findings;
    }
}
