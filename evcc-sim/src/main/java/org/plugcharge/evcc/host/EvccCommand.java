package org.plugcharge.evcc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.host.KeyLogFile;
import org.plugcharge.certs.tls.ClientProfile;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.evcc.session.iso2.Wishes;
import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.host.Modem;
import org.plugcharge.plc.host.PevMatching;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.port.PortException;
import org.plugcharge.plc.port.RawSocket;
import org.plugcharge.plc.slac.PevSlac;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

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

    @Option(
            names = "--interface",
            required = true,
            paramLabel = "IF",
            description = "network interface of the charging cable; lo works too")
    private String network = "";

    @Option(
            names = "--pki",
            paramLabel = "DIR",
            description =
                    "folder with the car's certificates and keys, as v2gpki writes it; needed for"
                            + " TLS")
    private @Nullable Path pki;

    @Option(
            names = "--auth",
            paramLabel = "eim|pnc",
            defaultValue = "eim",
            description =
                    "pay at the station (eim) or by the contract in the car (pnc, always with TLS);"
                            + " default ${DEFAULT-VALUE}")
    private Auth auth = Auth.eim;

    @Option(
            names = "--install",
            description =
                    "have a contract certificate installed first, by the provisioning certificate")
    private boolean install;

    @Option(
            names = "--update",
            description = "have the contract certificate in the car replaced by a newer one first")
    private boolean update;

    @Option(
            names = "--mode",
            paramLabel = "dc|ac",
            defaultValue = "dc",
            description =
                    "charge by DC, or by AC with a charger of 11 kW; default ${DEFAULT-VALUE}")
    private Mode mode = Mode.dc;

    @Option(
            names = "--renegotiate",
            paramLabel = "N",
            defaultValue = "0",
            description = "ask for other schedules after N loops")
    private int renegotiateAfter;

    @Option(
            names = "--skip-cable-check",
            description =
                    "do not check the cable again when renegotiating DC, as cars of one large"
                            + " maker")
    private boolean skipCableCheck;

    @Option(
            names = "--pause",
            description = "pause the session at its end; --resume takes it up again")
    private boolean pause;

    @Option(
            names = "--resume",
            paramLabel = "ID",
            description = "come back to the paused session with this id (16 hexadecimal digits)")
    private @Nullable String resume;

    @Option(
            names = "--services",
            paramLabel = "N",
            split = ",",
            description = "value-added services to take where they are offered: 3 Internet")
    private Set<Integer> services = Set.of();

    @Option(names = "--tls", description = "insist on TLS")
    private boolean tls;

    @Option(
            names = "--keylog",
            paramLabel = "FILE",
            description =
                    "add the secrets of the TLS connection to this file (NSS key log), to open a"
                            + " capture of it; whoever has them can read the session")
    private @Nullable Path keyLog;

    @Option(
            names = "--loops",
            paramLabel = "N",
            defaultValue = "20",
            description = "current demands before the car stops; default ${DEFAULT-VALUE}")
    private int loops = 20;

    @Option(
            names = "--soc",
            paramLabel = "PERCENT",
            defaultValue = "20",
            description = "state of charge on arrival; default ${DEFAULT-VALUE}")
    private int soc = 20;

    @Option(
            names = "--pace",
            paramLabel = "MS",
            defaultValue = "100",
            description = "rest between current demands; default ${DEFAULT-VALUE}")
    private int pace = 100;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "multiply the message timeouts by N, for slow simulators; default"
                            + " ${DEFAULT-VALUE}")
    private int patience = 1;

    @Option(
            names = "--slac",
            description =
                    "match the station by SLAC first, with the PLC modem on the interface (QCA7000"
                            + " family; needs CAP_NET_RAW)")
    private boolean slac;

    @Option(
            names = "--no-power",
            description =
                    "the station only simulates its power electronics and reports a fixed voltage:"
                            + " take pre-charge as reached after three answers")
    private boolean noPower;

    /** How to pay; in the words of the command line. */
    enum Auth {
        eim,
        pnc
    }

    /** The current; in the words of the command line. */
    enum Mode {
        dc,
        ac
    }

    private EvccCommand() {}

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
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
        check();
        NetworkInterface on = networkInterface();
        PkiCarKeys keys = pki == null ? null : PkiCarKeys.read(pki);
        Rehearsal.run();
        Progress progress = new Progress(out());
        if (slac) {
            match(progress);
        }
        SdpSecurity wanted = tls || auth == Auth.pnc ? SdpSecurity.TLS : SdpSecurity.NONE;
        SdpClient.Found station = SdpClient.find(on, wanted, progress::noted);
        progress.noted(
                "station at " + station.address() + ", security " + station.response().security());
        try (Link link = connect(station, wanted, keys)) {
            link.summary()
                    .ifPresent(agreed ->
                            progress.noted(agreed.version() + " " + agreed.cipherSuite()));
            return run(link, keys, progress);
        }
    }

    /** Joins the station's power line network. */
    private void match(Progress progress) {
        try (RawSocket port = RawSocket.open(network)) {
            Modem modem = Modem.find(port);
            progress.noted("modem " + modem.address() + ", " + modem.version());
            switch (PevMatching.match(port, modem, EvccCommand::entropy, progress::noted)) {
                case PevMatching.Outcome.Linked(MacAddress station) ->
                        progress.noted("SLAC: matched with " + station + ", link is up");
                case PevMatching.Outcome.GaveUp(PevSlac.Reason reason) ->
                        throw new CarException("SLAC found no station: " + reason);
            }
        } catch (PortException e) {
            throw new CarException(String.valueOf(e.getMessage()));
        }
    }

    private static Bytes entropy(int count) {
        byte[] octets = new byte[count];
        new SecureRandom().nextBytes(octets);
        return Bytes.owning(octets);
    }

    private int run(Link link, @Nullable PkiCarKeys keys, Progress progress)
            throws InterruptedException {
        EvccHost host =
                new EvccHost(
                        plan(keys),
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
        if ((tls || auth == Auth.pnc) && pki == null) {
            throw wrongUse(
                    "TLS needs certificates: give --pki DIR (v2gpki new DIR makes a test PKI)");
        }
        if (install && auth != Auth.pnc) {
            throw wrongUse("--install makes sense only with --auth pnc");
        }
        if (update && (install || auth != Auth.pnc)) {
            throw wrongUse("--update makes sense only with --auth pnc, and without --install");
        }
        if (resume != null && !resume.matches("[0-9a-fA-F]{16}")) {
            throw wrongUse("--resume takes the 16 hexadecimal digits that --pause printed");
        }
        if (loops < 1 || soc < 0 || soc > 100 || pace < 0 || patience < 1 || patience > 100) {
            throw wrongUse(
                    "expected --loops from 1, --soc from 0 to 100, --pace from 0, --patience from 1"
                            + " to 100");
        }
    }

    private NetworkInterface networkInterface() throws IOException {
        NetworkInterface found = NetworkInterface.getByName(network);
        if (found == null) {
            throw new CarException(
                    "there is no interface "
                            + network
                            + "; there are: "
                            + NetworkInterface.networkInterfaces()
                                    .map(NetworkInterface::getName)
                                    .collect(Collectors.joining(", ")));
        }
        return found;
    }

    private Link connect(SdpClient.Found station, SdpSecurity wanted, @Nullable PkiCarKeys keys) {
        SdpSecurity offered = station.response().security();
        if (wanted == SdpSecurity.TLS && offered == SdpSecurity.NONE) {
            throw new CarException(
                    "the station offers no TLS; without it there is no Plug and Charge");
        }
        if (offered == SdpSecurity.NONE) {
            return Link.plain(station.address());
        }
        if (keys == null) {
            throw new CarException("the station insists on TLS: give --pki DIR");
        }
        ClientProfile profile = keys.tlsProfile();
        return Link.tls(
                station.address(),
                keyLog == null ? profile : profile.logging(openKeyLog(keyLog)),
                new SecureRandom());
    }

    private static KeyLogFile openKeyLog(Path file) {
        try {
            return KeyLogFile.open(file);
        } catch (IOException e) {
            throw new CarException("the key log " + file + " can't be written: " + e.getMessage());
        }
    }

    private VehiclePlan plan(@Nullable PkiCarKeys keys) {
        VehiclePlan plan =
                VehiclePlan.externalPayment(
                                Bytes.fromHex("020000000001"),
                                Battery.at(BatterySpec.CAR_400_V, soc),
                                loops)
                        .paced(new Pace(Duration.ofMillis(pace), Pace.USUAL.poll(), patience));
        if (keys != null && auth == Auth.pnc) {
            plan = paying(plan, keys);
        }
        if (mode == Mode.ac) {
            plan = plan.alternating(OnBoardCharger.ELEVEN_KILOWATTS);
        }
        if (resume != null) {
            plan = plan.resuming(Bytes.fromHex(resume));
        }
        plan =
                plan.wishing(
                        new Wishes(
                                renegotiateAfter,
                                !skipCableCheck,
                                pause,
                                Optional.empty(),
                                services));
        return noPower ? plan.withoutStationPower() : plan;
    }

    private VehiclePlan paying(VehiclePlan plan, PkiCarKeys keys) {
        if (install) {
            return plan.installing(keys.provisioning());
        }
        return update
                ? plan.updating(keys.contract(), keys.provisioning())
                : plan.payingWith(keys.contract());
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

    /** One line a phase, with the time since the start. */
    private static final class Progress implements SessionListener {

        private static final int LINES_OF_LOOP = 10;

        private final PrintWriter out;
        private final long start = System.nanoTime();

        Progress(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void entered(Phase phase) {
            line(phase.text());
        }

        @Override
        public void observed(ChargePoint point) {
            if (point.loop() % LINES_OF_LOOP == 1) {
                line(
                        String.format(
                                Locale.ROOT,
                                "charging  %.1f V  %.1f A  %.1f %%",
                                point.millivolts() / 1000.0,
                                point.milliamps() / 1000.0,
                                point.socPermille() / 10.0));
            }
        }

        @Override
        public void paused(Bytes sessionId) {
            line("come back with --resume " + sessionId.toHex());
        }

        @Override
        public void noted(String text) {
            line(text);
        }

        private void line(String text) {
            out.printf(Locale.ROOT, "%8.3f s  %s%n", (System.nanoTime() - start) / 1e9, text);
            out.flush();
        }
    }
}
