package org.plugcharge.evcc.command;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.host.CarBody;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.CarKeys;
import org.plugcharge.evcc.host.EvccHost;
import org.plugcharge.evcc.host.Journal;
import org.plugcharge.evcc.host.Link;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.host.Rehearsal;
import org.plugcharge.evcc.host.SdpClient;
import org.plugcharge.evcc.host.Wiretap;
import org.plugcharge.evcc.hostile.Finding;
import org.plugcharge.evcc.hostile.Papers;
import org.plugcharge.evcc.hostile.Target;
import org.plugcharge.evcc.hostile.Trials;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private static final long FAREWELL_SECONDS = 12;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private StationOptions at = new StationOptions();
    @Mixin private PaymentOptions payment = new PaymentOptions();
    @Mixin private CarOptions car = new CarOptions();
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
                    if (exception instanceof CarException) {
                        command.getErr().println("evcc-sim: " + exception.getMessage());
                        return FAILED;
                    }
                    throw exception;
                });
    }

    @Override
    public Integer call() throws Exception {
        if (hostile.listAsked()) {
            HostileOptions.list(out());
            return CommandLine.ExitCode.OK;
        }
        check();
        at.networkInterface();
        return hostile.asked() ? misbehave() : charge();
    }

    private int misbehave() throws InterruptedException {
        Target target =
                new Target(
                        at.networkInterface(),
                        at.discoveryPort(),
                        payment.folder().map(Papers::read),
                        () -> Wiretap.NONE);
        HostileOptions.head(out());
        List<Finding> findings =
                new Trials(target)
                        .run(hostile.chosen(), finding -> HostileOptions.line(out(), finding));
        HostileOptions.foot(out(), findings);
        boolean failed =
                findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.FAIL);
        return failed ? FAILED : CommandLine.ExitCode.OK;
    }

    private int charge() throws InterruptedException {
        PkiCarKeys keys = payment.keys();
        Rehearsal.run();
        Progress progress = new Progress(out());
        if (at.slac()) {
            at.match(progress::noted);
        }
        SdpSecurity wanted = payment.security(at.insistsOnTls());
        SdpClient.Found station = at.find(wanted, progress::noted, Wiretap.NONE);
        progress.noted(
                "station at " + station.address() + ", security " + station.response().security());
        try (Link link = at.connect(station, wanted, keys, records::logging, Wiretap.NONE)) {
            link.summary()
                    .ifPresent(agreed ->
                            progress.noted(agreed.version() + " " + agreed.cipherSuite()));
            return run(link, keys, progress);
        }
    }

    private int run(Link link, @Nullable PkiCarKeys keys, Progress progress)
            throws InterruptedException {
        EvccHost host =
                new EvccHost(
                        payment.paying(car.plan(), keys),
                        link,
                        keys == null ? CarKeys.NONE : keys,
                        CarBody.SIMULATED,
                        progress,
                        new Journal());
        CountDownLatch ended = new CountDownLatch(1);
        Thread farewell = new Thread(() -> farewell(host, ended), "evcc-farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            Ending ending = host.run();
            progress.noted(ending.text());
            if (ending instanceof Ending.Failed failed) {
                progress.noted("failed: " + failed.failure());
            }
            return ending instanceof Ending.Completed ? CommandLine.ExitCode.OK : FAILED;
        } finally {
            ended.countDown();
            remove(farewell);
        }
    }

    private static void farewell(EvccHost host, CountDownLatch ended) {
        host.stop();
        try {
            if (!ended.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                host.unplug();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is being ended already, by this very hook.
        }
    }

    private void check() {
        if (!at.named()) {
            throw wrongUse("Missing: --interface IF, the network interface of the charging cable");
        }
        Stream.of(payment.objection(at.insistsOnTls()), car.objection(), hostile.objection())
                .flatMap(java.util.Optional::stream)
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
