package org.plugcharge.tool.transcript;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.explain.Entry;
import org.plugcharge.tool.explain.Entry.SaidMessage;
import org.plugcharge.tool.explain.Totals;
import org.plugcharge.tool.rules.Finding;
import org.plugcharge.v2g.text.MessageText;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON object a line; the last one, {@code totals}, says what it all came to. */
public final class JsonTranscript implements Transcript {

    private final PrintWriter out;

    /** Writes to {@code out}. */
    public JsonTranscript(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void entry(Entry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (entry.where().at() != null) {
            line.put("time", entry.where().at().toString());
        }
        line.put(entry.where().unit(), entry.where().number());
        if (entry.where().session() > 0) {
            line.put("session", entry.where().session());
        }
        line.put("layer", entry.layer().name());
        entry.by().ifPresent(party -> line.put("by", party.toString()));
        line.put("name", entry.name());
        line.put("summary", entry.summary());
        entry.said().ifPresent(said -> message(said, line));
        if (!entry.findings().isEmpty()) {
            List<Object> findings = new ArrayList<>();
            entry.findings().forEach(finding -> findings.add(finding(finding)));
            line.put("findings", findings);
        }
        out.println(MessageText.json(line, false));
    }

    private static void message(SaidMessage said, Map<String, Object> line) {
        said.message().responseCode().ifPresent(code -> line.put("responseCode", code));
        said.took().ifPresent(took -> line.put("tookMs", millis(took)));
        said.limit().ifPresent(limit -> line.put("limitMs", millis(limit)));
        line.put("payloadType", "0x%04X".formatted(said.type().code()));
        line.put("set", said.message().set().label());
        if (!said.otherSets().isEmpty()) {
            line.put("otherSets", said.otherSets());
        }
        line.put("message", MessageText.of(said.message().root()));
    }

    private static Object millis(Duration duration) {
        BigDecimal millis = BigDecimal.valueOf(duration.toNanos(), 6).stripTrailingZeros();
        return millis.setScale(Math.max(0, millis.scale()));
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("gravity", Words.gravity(finding.gravity()));
        found.put("rule", finding.rule().id());
        if (!finding.rule().citation().isEmpty()) {
            found.put("citation", finding.rule().citation());
        }
        found.put("demand", finding.rule().demand());
        found.put("text", finding.text());
        return found;
    }

    @Override
    public void end(Totals totals, @Nullable String problem) {
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("read", totals.read());
        sums.put("sessions", totals.sessions().size());
        sums.put("messages", totals.messages());
        sums.put("otherConnections", totals.foreign());
        Map<String, Object> rules = new LinkedHashMap<>();
        totals.rules()
                .forEach(tally -> {
                    Map<String, Object> one = finding(tally.first());
                    one.put("count", tally.count());
                    one.put("first", tally.where().place());
                    rules.put(tally.first().rule().id(), one);
                });
        sums.put("rules", rules);
        sums.put("broken", totals.broken());
        if (!totals.unread().isEmpty()) {
            sums.put("unreadable", totals.unread());
        }
        if (problem != null) {
            sums.put("problem", problem);
        }
        out.println(MessageText.json(Map.of("totals", sums), false));
        out.flush();
    }
}
