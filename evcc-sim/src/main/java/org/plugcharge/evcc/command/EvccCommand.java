package org.plugcharge.evcc.command;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.capture.PcapngFile;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.Manner;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.report.CaseResult;
import org.plugcharge.evcc.report.Report;
import org.plugcharge.evcc.script.Script;
import org.plugcharge.evcc.script.ScriptException;
import org.plugcharge.evcc.script.ScriptFile;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The command {@code evcc-sim}: a car. Status 0 for a session that ended as it should, 1 for
 * another, 2 for wrong use.
 */
@Command(
        name = "evcc-sim",
        mixinStandardHelpOptions = true,
        version = "evcc-sim 0.1.0",
        sortOptions = false,
        description = {
            "An electric car that charges once by ISO 15118-2, DC or AC, at the station it finds on"
                    + " an interface.",
            "Ends with status 0 if the session ended as it should, 1 if not, 2 for wrong use."
                    + " Ctrl-C ends the session in order.",
            ""
        },
        footer = {
            "",
            "Pay at the station:        evcc-sim --interface eth1",
            "Plug and Charge:           evcc-sim --interface eth1 --pki DIR --auth pnc",
            "... with a new contract:   evcc-sim --interface eth1 --pki DIR --auth pnc --install",
            "A test PKI is made by:     v2gpki new DIR"
        })
public final class EvccCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private StationOptions at = new StationOptions();
    @Mixin private PaymentOptions payment = new PaymentOptions();
    @Mixin private CarOptions car = new CarOptions();
    @Mixin private ScriptOptions scripts = new ScriptOptions();
    @Mixin private FleetOptions fleet = new FleetOptions();
    @Mixin private RecordOptions records = new RecordOptions();
    @Mixin private HostileOptions hostile = new HostileOptions();

    private EvccCommand() {}

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command, to be executed with other streams than the process's. */
    public static CommandLine commandLine() {
        return new CommandLine(new EvccCommand())
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof ScriptException) {
                        command.getErr().println("evcc-sim: " + exception.getMessage());
                        return CommandLine.ExitCode.USAGE;
                    }
                    if (exception instanceof CarException
                            || exception instanceof UncheckedIOException) {
                        command.getErr().println("evcc-sim: " + exception.getMessage());
                        return FAILED;
                    }
                    throw exception;
                });
    }

    @Override
    public Integer call() throws InterruptedException {
        if (hostile.listAsked()) {
            HostileOptions.list(out());
            return CommandLine.ExitCode.OK;
        }
        if (scripts.listAsked()) {
            ScriptOptions.list(out());
            return CommandLine.ExitCode.OK;
        }
        check();
        Instant began = Instant.now();
        long start = System.nanoTime();
        List<CaseResult> results = run();
        Report report = new Report(began, Duration.ofNanos(System.nanoTime() - start), results);
        records.write(report);
        return report.good() ? CommandLine.ExitCode.OK : FAILED;
    }

    private List<CaseResult> run() throws InterruptedException {
        List<Script> stories = scripts.files().stream().map(ScriptFile::read).toList();
        if (at.named()) {
            at.networkInterface();
        }
        PkiCarKeys keys = payment.keys();
        Optional<PcapngFile> capture = records.capture();
        try {
            return run(
                    new Errand(at, payment, records, keys, capture, car.patience(), out()),
                    stories);
        } finally {
            capture.ifPresent(PcapngFile::close);
        }
    }

    private List<CaseResult> run(Errand errand, List<Script> stories) throws InterruptedException {
        if (hostile.asked()) {
            return HostileRun.run(errand, hostile.chosen());
        }
        if (fleet.asked()) {
            Script story =
                    stories.isEmpty()
                            ? car.story(payment.pay(), scripts.quirk(), at.insistsOnTls())
                            : stories.getFirst();
            return List.of(FleetRun.run(errand, fleet.settings(), fleet.stalls(), story));
        }
        if (!stories.isEmpty()) {
            return ScriptsRun.run(errand, stories);
        }
        return List.of(
                ChargeRun.run(
                        errand,
                        payment.paying(car.plan(scripts.quirk()), errand.keys()),
                        car.offer(),
                        scripts.quirk().map(Manner.class::cast).orElse(Manner.BY_THE_BOOK)));
    }

    private void check() {
        if (!at.named() && fleet.stalls().isEmpty()) {
            throw wrongUse("Missing: --interface IF, the network interface of the charging cable");
        }
        Stream.of(
                        payment.objection(at.insistsOnTls()),
                        car.objection(),
                        hostile.objection(),
                        scripts.objection(),
                        fleet.objection())
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(objection -> {
                    throw wrongUse(objection);
                });
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private ParameterException wrongUse(String text) {
        return new ParameterException(spec().commandLine(), text);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("only picocli makes this command");
        }
        return spec;
    }
}
