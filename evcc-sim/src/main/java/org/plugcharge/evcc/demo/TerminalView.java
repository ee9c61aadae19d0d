package org.plugcharge.evcc.demo;

import org.plugcharge.evcc.demo.TerminalStyle.Paint;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Shows a session while it runs: one line a stage, a bar in the charge loop, and a summary at the
 * end.
 *
 * <p>On a terminal the running line is rewritten; elsewhere a line is printed when a stage is over,
 * and now and then while it charges. To be called from any thread.
 */
public final class TerminalView implements Phases.Listener {

    private static final Duration PLAIN_PACE = Duration.ofSeconds(5);
    private static final Duration LIVE_PACE = Duration.ofMillis(80);
    private static final int TITLE = 32;
    private static final int MAX_BAR = 24;
    private static final int BESIDE_BAR = 67;

    private final PrintStream out;
    private final TerminalStyle style;
    private final InstantSource clock;
    private final Instant start;
    private Instant lastProgress = Instant.MIN;
    private int pending;

    /** Counts time from now. */
    public TerminalView(PrintStream out, TerminalStyle style, InstantSource clock) {
        this.out = out;
        this.style = style;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public synchronized void began(Stage stage) {
        lastProgress = clock.instant();
        if (style.live()) {
            rewrite(elapsed() + " ..  " + stage.title(), Paint.BUSY);
        }
    }

    @Override
    public synchronized void ended(Phase phase) {
        String line =
                String.format(
                        Locale.ROOT,
                        "%s %s  %-" + TITLE + "s %10s  %s",
                        seconds(Duration.between(start, phase.until())),
                        phase.held() ? "ok" : "!!",
                        phase.stage().title(),
                        Quantities.duration(phase.duration()),
                        SafeText.oneLine(phase.detail()));
        rewrite(line.stripTrailing(), phase.held() ? Paint.GOOD : Paint.BAD);
        out.println();
        out.flush();
        pending = 0;
    }

    /**
     * How far the battery is; may be called as often as there is news.
     *
     * @param percentDone of what this session is to deliver
     */
    public synchronized void charging(PowerPoint point, BigDecimal wattHours, int percentDone) {
        Instant now = clock.instant();
        Duration since = Duration.between(lastProgress, now);
        if (since.compareTo(style.live() ? LIVE_PACE : PLAIN_PACE) < 0) {
            return;
        }
        lastProgress = now;
        String line =
                String.format(
                        Locale.ROOT,
                        "%s ..  %-9s %s %3d %%  SoC %d %%  %s  %s",
                        elapsed(),
                        Stage.CHARGE.title(),
                        bar(Math.clamp(percentDone, 0, 100)),
                        percentDone,
                        point.socPercent(),
                        Quantities.power(point.milliWatts()),
                        Quantities.energy(wattHours));
        if (style.live()) {
            rewrite(line, Paint.BUSY);
        } else {
            out.println(cut(line));
            out.flush();
        }
    }

    /** A line of its own, as for a service that has come up; text of peers does no harm here. */
    public synchronized void say(String text) {
        rewrite(elapsed() + "     " + SafeText.oneLine(text), Paint.QUIET);
        out.println();
        out.flush();
        pending = 0;
    }

    /** The last screen, at most 24 lines; {@code page} says where the report is. */
    public synchronized void summary(SessionReport report, String page) {
        if (pending > 0) {
            out.println();
            pending = 0;
        }
        List<String> lines = Summary.lines(report, page, style);
        lines.forEach(out::println);
        out.flush();
    }

    private void rewrite(String line, Paint paint) {
        String shown = cut(line);
        String rest = " ".repeat(Math.max(0, pending - shown.length()));
        out.print((pending > 0 ? "\r" : "") + paintedMark(shown, paint) + rest);
        out.flush();
        pending = Math.max(shown.length(), 1);
    }

    /** Colours the mark behind the time, and nothing else. */
    private String paintedMark(String line, Paint paint) {
        int from = elapsedWidth() + 1;
        if (line.length() < from + 2) {
            return line;
        }
        return style.painted(Paint.QUIET, line.substring(0, from))
                + style.painted(paint, line.substring(from, from + 2))
                + line.substring(from + 2);
    }

    private String bar(int percent) {
        int length = Math.clamp(style.columns() - BESIDE_BAR, 6, MAX_BAR);
        int full = percent * length / 100;
        return style.blocks()
                ? "█".repeat(full) + "░".repeat(length - full)
                : "[" + "#".repeat(full) + "-".repeat(length - full) + "]";
    }

    private String elapsed() {
        return seconds(Duration.between(start, clock.instant()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%8.2f s", duration.toMillis() / 1e3);
    }

    private static int elapsedWidth() {
        return 10;
    }

    private String cut(String line) {
        int columns = style.columns() - 1;
        return line.length() <= columns ? line : line.substring(0, columns - 2) + "..";
    }
}
