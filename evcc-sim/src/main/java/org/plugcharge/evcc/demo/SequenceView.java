package org.plugcharge.evcc.demo;

import org.plugcharge.evcc.demo.Timeline.Entry;
import org.plugcharge.exi.Bytes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The timeline as a sequence of arrows between five lanes; every message opens to its fields and
 * octets.
 */
final class SequenceView {

    private final SessionReport report;
    private final List<Entry> entries;
    private final Exchanges exchanges;
    private final Html page;
    private int nextPhase;

    private SequenceView(SessionReport report, Html page) {
        this.report = report;
        this.entries = report.timeline();
        this.exchanges = Exchanges.of(entries);
        this.page = page;
    }

    static void write(SessionReport report, Html page) {
        new SequenceView(report, page).write();
    }

    private void write() {
        page.raw("<section id=\"timeline\" aria-labelledby=\"timeline-h\">\n")
                .raw("<h2 id=\"timeline-h\">Timeline</h2>\n")
                .raw(
                        "<p class=\"lead\">Every message of both sides, in milliseconds since"
                                + " plug-in. Open one for its decoded ")
                .raw("fields and its octets.</p>\n");
        filters();
        page.raw("<div class=\"seq\">\n")
                .raw("<div class=\"lanes\" aria-hidden=\"true\"><span></span><span></span><div>");
        for (Lane lane : Lane.values()) {
            page.element("b", lane.title());
        }
        page.raw("</div><span></span><span></span></div>\n");
        int at = before();
        while (at < entries.size()) {
            phasesUntil(entries.get(at).at());
            int end = endOfLoop(at);
            if (end - at > 1) {
                loop(at, end);
            } else {
                message(at);
                end = at + 1;
            }
            at = end;
        }
        phasesUntil(Instant.MAX);
        page.raw("</div>\n</section>\n");
    }

    private void filters() {
        Map<Layer, Integer> counts = new EnumMap<>(Layer.class);
        entries.forEach(entry -> counts.merge(entry.layer(), 1, Integer::sum));
        page.raw("<fieldset class=\"filters\"><legend class=\"vh\">Show layers</legend>");
        counts.forEach((layer, count) ->
                page.raw("<label class=\"c-")
                        .raw(layer.key())
                        .raw("\"><input type=\"checkbox\" checked id=\"f-")
                        .raw(layer.key())
                        .raw("\"><i></i>")
                        .raw(layer.name())
                        .raw(" <small>")
                        .raw(count)
                        .raw("</small></label>"));
        page.raw(
                        "<span class=\"tools\"><input type=\"search\" id=\"find\" hidden"
                                + " placeholder=\"Find text\" ")
                .raw(
                        "aria-label=\"Find in messages\"><button type=\"button\" id=\"open\""
                                + " hidden>Open all</button>")
                .raw("<output id=\"found\"></output></span></fieldset>\n");
    }

    /** What happened before the car came, as one group; returns where the car comes. */
    private int before() {
        int end = 0;
        while (end < entries.size() && entries.get(end).at().isBefore(report.pluggedIn())) {
            end++;
        }
        if (end == 0) {
            return 0;
        }
        page.raw("<details class=\"g\"><summary><span class=\"t\">")
                .text(offset(entries.getFirst().at()))
                .raw("</span><span class=\"k\"></span><span class=\"box\"><b>")
                .raw("Before the car came</b> <small>")
                .raw(end)
                .raw(end == 1 ? " message" : " messages")
                .raw("</small></span></summary>\n");
        for (int i = 0; i < end; i++) {
            phasesUntil(entries.get(i).at());
            message(i);
        }
        page.raw("</details>\n");
        return end;
    }

    /**
     * Where the charge loop that begins here ends: after its last entry before another V2G message;
     * or here.
     */
    private int endOfLoop(int from) {
        int end = from;
        for (int i = from; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.loop()) {
                end = i + 1;
            } else if (entry.layer() == Layer.V2G || i == from) {
                break;
            }
        }
        return end;
    }

    private void loop(int from, int end) {
        List<Duration> times = new ArrayList<>();
        int others = 0;
        for (int i = from; i < end; i++) {
            if (entries.get(i).layer() == Layer.V2G) {
                exchanges.responseTime(i).ifPresent(times::add);
            }
            others += entries.get(i).loop() ? 0 : 1;
        }
        ResponseTimes responses = ResponseTimes.of(times);
        Entry first = entries.get(from);
        Duration length = Duration.between(first.at(), entries.get(end - 1).at());
        page.raw("<details class=\"g loop\"><summary><span class=\"t\">")
                .text(offset(first.at()))
                .raw(
                        "</span><span class=\"k\"></span><span class=\"box\"><b>Charge loop</b>"
                                + " <small>")
                .raw(end - from - others)
                .raw(" messages in ")
                .text(Quantities.duration(length));
        if (responses.count() > 0) {
            page.raw("; ")
                    .raw(responses.count())
                    .raw(" answers, median ")
                    .text(Quantities.duration(responses.median()))
                    .raw(", 99 % within ")
                    .text(Quantities.duration(responses.p99()));
        }
        if (others > 0) {
            page.raw("; ")
                    .raw(others)
                    .raw(others == 1 ? " other message" : " other messages")
                    .raw(" meanwhile");
        }
        page.raw("</small></span></summary>\n");
        for (int i = from; i < end; i++) {
            message(i);
        }
        page.raw("</details>\n");
    }

    private void phasesUntil(Instant at) {
        while (nextPhase < report.phases().size()
                && !report.phases().get(nextPhase).from().isAfter(at)) {
            Phase phase = report.phases().get(nextPhase++);
            page.raw("<h3 class=\"p-")
                    .raw(phase.stage().key())
                    .raw("\"><i></i><span>")
                    .text(phase.stage().title())
                    .raw("</span> <small>")
                    .text(Quantities.duration(phase.duration()))
                    .raw("</small>");
            if (!phase.held()) {
                page.raw(" <em>ended here</em>");
            }
            page.raw("</h3>\n");
        }
    }

    private void message(int index) {
        Entry entry = entries.get(index);
        Optional<Duration> response = exchanges.responseTime(index);
        boolean empty = entry.fields().isBlank() && entry.octets() == null;
        page.raw("<details class=\"m l-")
                .raw(entry.layer().key())
                .raw(" c-")
                .raw(entry.layer().key())
                .raw(empty ? " none\"><summary>" : "\"><summary>")
                .raw("<span class=\"t\">")
                .text(offset(entry.at()))
                .raw("</span><span class=\"k\">")
                .raw(entry.layer().name())
                .raw("</span>");
        arrow(entry);
        page.raw("<span class=\"r\">");
        response.ifPresent(time ->
                page.raw("<span class=\"vh\">answered after </span>")
                        .text(Quantities.duration(time)));
        page.raw("</span><span class=\"n\">");
        Bytes octets = entry.octets();
        if (octets != null) {
            page.raw(octets.length()).raw(" B");
        }
        page.raw("</span></summary>");
        if (!empty) {
            body(entry, octets);
        }
        page.raw("</details>\n");
    }

    private void arrow(Entry entry) {
        int from = entry.from().column();
        int to = entry.to().column();
        String shape = from == to ? "self" : from < to ? "east" : "west";
        page.raw("<span class=\"a ")
                .raw(shape)
                .raw("\" style=\"--a:")
                .raw(Math.min(from, to))
                .raw(";--w:")
                .raw(Math.abs(to - from))
                .raw("\"><span class=\"who\">")
                .text(entry.from().title());
        if (from != to) {
            page.raw(" <span class=\"vh\">to</span><span aria-hidden=\"true\">&rarr;</span> ")
                    .text(entry.to().title());
        }
        page.raw("</span><b>").text(SafeText.oneLine(entry.title())).raw("</b><i></i></span>");
    }

    private void body(Entry entry, @org.jspecify.annotations.Nullable Bytes octets) {
        page.raw("<div class=\"d\">");
        if (!entry.fields().isBlank()) {
            page.raw("<pre class=\"j\" tabindex=\"0\">");
            PrettyJson.lay(
                    entry.fields(),
                    new PrettyJson.Page() {
                        @Override
                        public void name(String text) {
                            page.element("i", text);
                        }

                        @Override
                        public void rest(String text) {
                            page.text(text);
                        }
                    });
            page.raw("</pre>");
        }
        if (octets != null && octets.length() > 0) {
            page.raw("<pre class=\"x\" tabindex=\"0\">").text(HexDump.of(octets)).raw("</pre>");
        }
        page.raw("</div>");
    }

    private String offset(Instant at) {
        return Quantities.offsetMillis(Duration.between(report.pluggedIn(), at));
    }
}
