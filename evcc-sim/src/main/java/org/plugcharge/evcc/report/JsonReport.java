package org.plugcharge.evcc.report;

import org.plugcharge.evcc.report.CaseResult.Status;
import org.plugcharge.evcc.report.CaseResult.VisitResult;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Locale;

/** A report as JSON; its shape is described in the README. */
public final class JsonReport {

    /** Changes when a program that reads it would have to change. */
    public static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonReport() {}

    /** The text, with line breaks. */
    public static String text(Report report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "evcc-sim-results");
        root.put("version", VERSION);
        root.put("began", report.began().toString());
        root.put("seconds", seconds(report.took()));
        root.put("passed", report.count(Status.PASSED));
        root.put("failed", report.count(Status.FAILED));
        root.put("notTried", report.count(Status.SKIPPED));
        ArrayNode cases = root.putArray("cases");
        report.cases().forEach(one -> put(cases.addObject(), one));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode node, CaseResult one) {
        node.put("kind", one.kind());
        node.put("name", one.name());
        node.put("status", status(one.status()));
        node.put("text", one.text());
        node.put("seconds", seconds(one.took()));
        if (!one.demanded().isEmpty()) {
            node.put("demanded", one.demanded());
            ArrayNode rows = node.putArray("rows");
            one.rows().forEach(rows::add);
        }
        ArrayNode visits = node.putArray("visits");
        one.visits().forEach(visit -> put(visits.addObject(), visit));
    }

    private static String status(Status status) {
        return status == Status.SKIPPED ? "notTried" : status.name().toLowerCase(Locale.ROOT);
    }

    private static void put(ObjectNode node, VisitResult visit) {
        node.put("ending", visit.ending());
        node.put("text", visit.text());
        node.put("seconds", seconds(visit.took()));
        node.put("energyWh", visit.wattHours());
        ArrayNode answers = node.putArray("answers");
        for (Timing timing : visit.answers()) {
            ObjectNode answer = answers.addObject();
            answer.put("message", timing.message());
            answer.put("count", timing.count());
            answer.put("medianMs", millis(timing.median()));
            answer.put("p99Ms", millis(timing.p99()));
            answer.put("slowestMs", millis(timing.slowest()));
            ObjectNode codes = answer.putObject("codes");
            timing.codes().forEach(codes::put);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }
}
