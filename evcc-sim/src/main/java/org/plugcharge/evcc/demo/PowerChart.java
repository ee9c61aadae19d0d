package org.plugcharge.evcc.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The power curve as two drawings: power with state of charge, and voltage with current. */
final class PowerChart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int LEFT = 74;
    private static final int RIGHT = 62;
    private static final int TOP = 16;
    private static final int BOTTOM = 30;
    private static final int MAX_POINTS = 600;
    private static final Duration SECONDS_UP_TO = Duration.ofMinutes(5);

    private final List<PowerPoint> points;
    private final java.time.Instant zero;
    private final double millisAUnit;
    private final String timeUnit;
    private final Axis time;
    private final Html page;

    private PowerChart(SessionReport report, Html page) {
        this.points = thinned(report.curve());
        this.zero = report.pluggedIn();
        boolean minutes =
                Duration.between(points.getFirst().at(), points.getLast().at())
                                .compareTo(SECONDS_UP_TO)
                        > 0;
        this.millisAUnit = minutes ? 60_000 : 1_000;
        this.timeUnit = minutes ? "min" : "s";
        this.time = Axis.tight(passed(points.getFirst()), passed(points.getLast()));
        this.page = page;
    }

    /** One line of a drawing. */
    private record Curve(
            String name, String unit, String css, Axis axis, ToDoubleFunction<PowerPoint> value) {}

    static void write(SessionReport report, Html page) {
        if (report.curve().isEmpty()) {
            return;
        }
        page.raw("<section id=\"power\" aria-labelledby=\"power-h\">\n")
                .raw("<h2 id=\"power-h\">Power curve</h2>\n")
                .raw(
                        "<p class=\"lead\">As the car measured it in the charge loop; time counts"
                                + " from plug-in.</p>\n")
                .raw("<div class=\"charts\">\n");
        PowerChart chart = new PowerChart(report, page);
        chart.drawing(
                chart.curve("Power", "kW", "q-kw", true, point -> point.milliWatts() / 1e6),
                chart.curve("State of charge", "%", "q-soc", false, PowerPoint::socPercent));
        chart.drawing(
                chart.curve("Voltage", "V", "q-v", false, point -> point.milliVolts() / 1e3),
                chart.curve("Current", "A", "q-a", true, point -> point.milliAmps() / 1e3));
        page.raw("</div>\n");
        chart.table();
        page.raw("</section>\n");
    }

    private Curve curve(
            String name,
            String unit,
            String css,
            boolean fromZero,
            ToDoubleFunction<PowerPoint> value) {
        double low = points.stream().mapToDouble(value).min().orElseThrow();
        double high = points.stream().mapToDouble(value).max().orElseThrow();
        return new Curve(
                name,
                unit,
                css,
                fromZero ? Axis.around(Math.min(0, low), high) : Axis.around(low, high),
                value);
    }

    private void drawing(Curve left, Curve right) {
        page.raw("<figure><figcaption><span class=\"")
                .raw(left.css())
                .raw("\"><i></i>")
                .text(left.name() + ", " + left.unit())
                .raw("</span><span class=\"")
                .raw(right.css())
                .raw("\"><i></i>")
                .text(right.name() + ", " + right.unit())
                .raw("</span></figcaption>\n<svg viewBox=\"0 0 ")
                .raw(WIDTH)
                .raw(" ")
                .raw(HEIGHT)
                .raw("\" role=\"img\" aria-label=\"")
                .text(spoken(left) + "; " + spoken(right))
                .raw("\">\n");
        for (double tick : left.axis().ticks()) {
            String y = y(left.axis(), tick);
            page.raw("<path class=\"grid\" d=\"M")
                    .raw(LEFT)
                    .raw(" ")
                    .raw(y)
                    .raw("H")
                    .raw(WIDTH - RIGHT)
                    .raw("\"/>");
            label(LEFT - 8, y, "end", left.axis().text(tick) + " " + left.unit());
        }
        for (double tick : right.axis().ticks()) {
            label(
                    WIDTH - RIGHT + 8,
                    y(right.axis(), tick),
                    "start",
                    right.axis().text(tick) + " " + right.unit());
        }
        for (double tick : time.ticks()) {
            page.raw("<path class=\"grid\" d=\"M")
                    .raw(x(tick))
                    .raw(" ")
                    .raw(HEIGHT - BOTTOM)
                    .raw("v5\"/><text x=\"")
                    .raw(x(tick))
                    .raw("\" y=\"")
                    .raw(HEIGHT - BOTTOM + 20)
                    .raw("\" text-anchor=\"middle\">")
                    .text(time.text(tick) + " " + timeUnit)
                    .raw("</text>");
        }
        page.raw("\n");
        if (left.css().equals("q-kw")) {
            area(left);
        }
        line(right);
        line(left);
        page.raw("</svg></figure>\n");
    }

    private void label(int x, String y, String anchor, String text) {
        page.raw("<text x=\"")
                .raw(x)
                .raw("\" y=\"")
                .raw(y)
                .raw("\" dy=\".32em\" text-anchor=\"")
                .raw(anchor)
                .raw("\">")
                .text(text)
                .raw("</text>");
    }

    private void area(Curve curve) {
        String floor = y(curve.axis(), curve.axis().low());
        page.raw("<path class=\"area\" d=\"M")
                .raw(x(passed(points.getFirst())))
                .raw(" ")
                .raw(floor);
        points.forEach(point -> page.raw("L").raw(position(curve, point)));
        page.raw("V").raw(floor).raw("Z\"/>\n");
    }

    private void line(Curve curve) {
        page.raw("<path class=\"line ").raw(curve.css()).raw("\" d=\"M");
        for (int i = 0; i < points.size(); i++) {
            page.raw(i == 0 ? "" : "L").raw(position(curve, points.get(i)));
        }
        page.raw("\"/>\n");
        if (points.size() == 1) {
            String[] place = position(curve, points.getFirst()).split(" ", 2);
            page.raw("<circle class=\"line ")
                    .raw(curve.css())
                    .raw("\" r=\"3\" cx=\"")
                    .raw(place[0])
                    .raw("\" cy=\"")
                    .raw(place[1])
                    .raw("\"/>");
        }
    }

    private String position(Curve curve, PowerPoint point) {
        return x(passed(point)) + " " + y(curve.axis(), curve.value().applyAsDouble(point));
    }

    private String x(double passed) {
        return number(LEFT + time.share(passed) * (WIDTH - LEFT - RIGHT));
    }

    private static String y(Axis axis, double value) {
        return number(HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private double passed(PowerPoint point) {
        return Duration.between(zero, point.at()).toMillis() / millisAUnit;
    }

    private String spoken(Curve curve) {
        double low = points.stream().mapToDouble(curve.value()).min().orElseThrow();
        double high = points.stream().mapToDouble(curve.value()).max().orElseThrow();
        return String.format(
                Locale.ROOT, "%s between %.1f and %.1f %s", curve.name(), low, high, curve.unit());
    }

    private void table() {
        page.raw(
                        "<table class=\"extremes\"><thead><tr><td></td><th"
                                + " scope=\"col\">first</th><th scope=\"col\">lowest</th>")
                .raw(
                        "<th scope=\"col\">highest</th><th"
                                + " scope=\"col\">last</th></tr></thead><tbody>\n");
        extremes("Power, kW", point -> point.milliWatts() / 1e6);
        extremes("Voltage, V", point -> point.milliVolts() / 1e3);
        extremes("Current, A", point -> point.milliAmps() / 1e3);
        extremes("State of charge, %", PowerPoint::socPercent);
        page.raw("</tbody></table>\n");
    }

    private void extremes(String name, ToDoubleFunction<PowerPoint> value) {
        page.raw("<tr><th scope=\"row\">").text(name).raw("</th>");
        double[] found = {
            value.applyAsDouble(points.getFirst()),
            points.stream().mapToDouble(value).min().orElseThrow(),
            points.stream().mapToDouble(value).max().orElseThrow(),
            value.applyAsDouble(points.getLast())
        };
        for (double one : found) {
            page.raw("<td>").raw(number(one)).raw("</td>");
        }
        page.raw("</tr>\n");
    }

    /**
     * At most about {@value #MAX_POINTS} points; of each bucket the first, the weakest and the
     * strongest stay.
     */
    private static List<PowerPoint> thinned(List<PowerPoint> curve) {
        if (curve.size() <= MAX_POINTS) {
            return curve;
        }
        int bucket = (curve.size() * 3 + MAX_POINTS - 1) / MAX_POINTS;
        List<PowerPoint> kept = new ArrayList<>();
        for (int from = 0; from < curve.size(); from += bucket) {
            List<PowerPoint> some = curve.subList(from, Math.min(from + bucket, curve.size()));
            IntStream.of(0, extreme(some, -1), extreme(some, 1))
                    .distinct()
                    .sorted()
                    .mapToObj(some::get)
                    .forEach(kept::add);
        }
        kept.add(curve.getLast());
        return kept;
    }

    private static int extreme(List<PowerPoint> points, int sign) {
        int found = 0;
        for (int i = 1; i < points.size(); i++) {
            if (sign * Long.compare(points.get(i).milliWatts(), points.get(found).milliWatts())
                    > 0) {
                found = i;
            }
        }
        return found;
    }

    /** A range of values with round ticks. */
    private record Axis(double low, double high, double step) {

        /** Ends at round values outside the data. */
        static Axis around(double low, double high) {
            double step = step(Math.max(high - low, Math.max(Math.abs(high) * 0.02, 1)));
            double roundLow = Math.floor(low / step) * step;
            double roundHigh = Math.ceil(high / step) * step;
            return new Axis(roundLow, roundHigh > roundLow ? roundHigh : roundLow + step, step);
        }

        /** Ends with the data. */
        static Axis tight(double low, double high) {
            double end = Math.max(high, low + 0.001);
            return new Axis(low, end, step(end - low));
        }

        private static double step(double range) {
            double rough = range / 5;
            double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
            double share = rough / magnitude;
            return magnitude * (share > 5 ? 10 : share > 2 ? 5 : share > 1 ? 2 : 1);
        }

        double share(double value) {
            return (value - low) / (high - low);
        }

        List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            for (long i = (long) Math.ceil(low / step - 1e-9);
                    i * step <= high + step * 1e-9;
                    i++) {
                ticks.add(i * step);
            }
            return ticks;
        }

        String text(double tick) {
            int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
            return String.format(Locale.ROOT, "%." + decimals + "f", tick);
        }
    }
}
