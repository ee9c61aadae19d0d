package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.evcc.session.Pace;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * The whole ecosystem on loopback, once for each scenario: every hop a real socket, a real database
 * behind the services.
 */
class DemoHostTest {

    /** A build server may be slower than a station is allowed to be. */
    private static final Pace PATIENT = new Pace(Pace.USUAL.loop(), Pace.USUAL.poll(), 8);

    @ParameterizedTest
    @EnumSource(Scenario.class)
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void everythingThatMustBeTrueIsTrue(Scenario scenario) throws Exception {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        TerminalView view =
                new TerminalView(
                        new PrintStream(terminal, true, StandardCharsets.UTF_8),
                        TerminalStyle.PLAIN,
                        InstantSource.system());

        SessionReport report = DemoRun.of(scenario, 12, PATIENT, view);

        assertThat(report.outcome().held())
                .as(() ->
                        report.outcome().invariants()
                                + "\n"
                                + terminal.toString(StandardCharsets.UTF_8))
                .isTrue();
        assertThat(report.receipt().isPresent()).isEqualTo(scenario.bills() > 0);
        assertThat(ReportPage.html(report)).contains("</html>");
    }
}
