package org.plugcharge.evcc.demo;

import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.secc.host.SeccException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;

/**
 * The demo of the whole: a car plugs in and is charged and billed without anybody touching
 * anything.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        version = "plugcharge 0.1.0",
        description = {
            "Starts a certificate authority, a contract pool, an operator's system and a station on"
                    + " loopback, and has a car charge there.",
            "Ends with status 0 only if everything that must be true of the session is true."
        },
        footer = {
            "",
            "Scenarios: happy, renewal, eim, revoked-contract, forged-contract, csms-offline,"
                    + " remote-stop, cable-yank."
        })
public final class Demo implements Callable<Integer> {

    private static final int BROKEN = 1;
    private static final int CANNOT_START = 69;

    @Option(
            names = "--scenario",
            defaultValue = "happy",
            paramLabel = "NAME",
            description = "what happens (default: ${DEFAULT-VALUE})")
    private String scenario = "happy";

    @Option(
            names = "--report",
            defaultValue = "report.html",
            paramLabel = "FILE",
            description = "where the report goes (default: ${DEFAULT-VALUE})")
    private Path report = Path.of("report.html");

    @Option(
            names = "--loops",
            defaultValue = "80",
            paramLabel = "N",
            description = "rounds of the charge loop, ten a second (default: ${DEFAULT-VALUE})")
    private int loops = 80;

    private Demo() {}

    /** Runs the demo and ends the process. */
    public static void main(String[] arguments) {
        // Three services in one process would log over the progress: only errors are shown.
        LogManager.getLogManager().reset();
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "org/plugcharge/evcc/demo/logback.xml");
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Scenario chosen;
        try {
            chosen = Scenario.parse(scenario);
        } catch (IllegalArgumentException e) {
            System.err.println("demo: there is no scenario '" + scenario + "'; try --help");
            return CommandLine.ExitCode.USAGE;
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        TerminalView view =
                new TerminalView(
                        out, TerminalStyle.detect(out, System.getenv()), InstantSource.system());
        try {
            SessionReport session = DemoRun.of(chosen, loops, Pace.USUAL, view);
            Files.writeString(report, ReportPage.html(session));
            view.summary(session, report.toAbsolutePath().toString());
            return session.outcome().held() ? 0 : BROKEN;
        } catch (SeccException | CarException e) {
            System.err.println("demo: " + e.getMessage());
            return CANNOT_START;
        }
    }
}
