package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class TerminalViewTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-21T13:00:00Z");

    @Test
    void inAFileThereIsALineForEachStageAndNoRewriting() {
        run(TerminalStyle.PLAIN);
        assertThat(shown()).doesNotContain("\r", "\u001b", "█");
        List<String> lines = shown().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0))
                .matches(" +0\\.30 s ok {2}Power line match \\(SLAC\\) +300 ms {2}one station");
        assertThat(lines.subList(1, 4))
                .allMatch(line -> line.contains("Charging") && line.contains("[####"));
        assertThat(lines.get(4)).contains("!!  Charging").contains("cable pulled\\u001b[2J");
    }

    @Test
    void onATerminalTheRunningLineIsRewritten() {
        run(new TerminalStyle(true, true, true, 80));
        assertThat(shown().chars().filter(c -> c == '\n')).hasSize(2);
        assertThat(shown().chars().filter(c -> c == '\r')).hasSize(202);
        assertThat(shown()).contains("█░").doesNotContain("\u001b[2J").endsWith("\n");
        String[] rewritten = shown().replaceAll("\u001b\\[[0-9;]*m", "").split("[\r\n]", -1);
        assertThat(rewritten).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
        assertThat(rewritten[rewritten.length - 3].strip()).endsWith("199 Wh");
    }

    @Test
    void coloursNeedATerminalThatWantsThem() {
        PrintStream utf8 = stream(StandardCharsets.UTF_8.name());
        assertThat(TerminalStyle.of(true, utf8, Map.of("TERM", "xterm")))
                .isEqualTo(new TerminalStyle(true, true, true, 100));
        assertThat(TerminalStyle.of(true, utf8, Map.of("NO_COLOR", "1", "COLUMNS", "80")))
                .isEqualTo(new TerminalStyle(true, false, true, 80));
        assertThat(
                        TerminalStyle.of(true, utf8, Map.of("NO_COLOR", "", "COLUMNS", "nonsense"))
                                .colour())
                .isTrue();
        assertThat(TerminalStyle.of(true, utf8, Map.of("TERM", "dumb")))
                .isEqualTo(new TerminalStyle(false, false, false, 100));
        assertThat(TerminalStyle.of(false, utf8, Map.of())).isEqualTo(TerminalStyle.PLAIN);
        assertThat(TerminalStyle.of(true, stream("US-ASCII"), Map.of()).blocks()).isFalse();
    }

    private void run(TerminalStyle style) {
        TerminalView view = new TerminalView(stream("UTF-8"), style, () -> now);
        Phases phases = new Phases(() -> now, view);
        phases.begin(Stage.MATCH);
        now = now.plusMillis(300);
        phases.detail("one station");
        phases.begin(Stage.CHARGE);
        for (int i = 0; i < 200; i++) {
            now = now.plus(Duration.ofMillis(90));
            view.charging(
                    new PowerPoint(now, 400_000, 100_000, 20 + i / 10),
                    BigDecimal.valueOf(i),
                    25 + i / 4);
        }
        phases.fail("cable pulled\u001b[2J");
    }

    private PrintStream stream(String charset) {
        return new PrintStream(written, true, java.nio.charset.Charset.forName(charset));
    }

    private String shown() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
