package org.plugcharge.secc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.host.KeyLogFile;
import org.plugcharge.certs.host.OcspFetcher;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.certs.host.StapledIdentities;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.certs.tls.TlsSummary;
import org.plugcharge.plc.port.PortException;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.secc.session.AppProtocolNegotiation.Protocol;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.session.iso2.StationPolicy;
import org.plugcharge.secc.session.iso2.ValueAddedService;
import org.plugcharge.secc.simulated.SimulatedAcEvse;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.appprotocol.AppProtocolMessage;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.timing.Margins;
import org.plugcharge.v2g.v2gtp.SdpRequest;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The command `secc`: a station on a desk, with a simulated outlet and a folder for a back end. */
@Command(
        name = "secc",
        mixinStandardHelpOptions = true,
        version = "plugcharge 0.1.0",
        description = {
            "Runs a charging station for DIN SPEC 70121 and ISO 15118-2 vehicles, DC or AC, with a"
                    + " simulated outlet.",
            "Identification at the station is always accepted; contracts are checked against the"
                + " roots in the PKI folder; certificate installation is answered with the folder's"
                + " contract, signed by the folder's provisioning service. Ctrl-C ends it: a"
                + " vehicle that is charging is first asked to stop."
        },
        footer = {
            "",
            "Exit status: 0 all sessions ended with SessionStop, 1 one did not, 2 wrong arguments,"
                    + " 69 can't start.",
            "",
            "Example: java -jar v2gpki.jar new pki && java -jar secc.jar --interface eth0 --pki pki"
                    + " --sessions 1"
        })
public final class SeccCommand implements Callable<Integer> {

    private static final int CANNOT_START = 69;
    private static final int FAREWELL_SECONDS = 8;
    private static final Duration OCSP_TIME = Duration.ofSeconds(5);

    @Option(
            names = "--interface",
            required = true,
            paramLabel = "IF",
            description =
                    "network interface vehicles are on, for example eth0; lo for this machine only")
    private String network = "";

    @Option(
            names = "--pki",
            required = true,
            paramLabel = "DIR",
            description = "PKI folder as `v2gpki new DIR` writes it")
    private Path pki = Path.of("");

    @Option(
            names = "--sessions",
            paramLabel = "N",
            description = "end after N sessions; without it run until Ctrl-C")
    private int sessions;

    @Option(
            names = "--tls",
            paramLabel = "POLICY",
            defaultValue = "allow",
            description =
                    "allow: the vehicle chooses (default); force: TLS only; prohibit: plain TCP"
                            + " only")
    private String tls = "allow";

    @Option(
            names = "--keylog",
            paramLabel = "FILE",
            description =
                    "add the secrets of every TLS connection to this file (NSS key log), to open a"
                            + " capture of it; never on a station in service")
    private @Nullable Path keyLog;

    @Option(
            names = "--staple",
            description =
                    "ask the OCSP responders that the station's certificates name, show the answers"
                            + " to vehicles, and ask again before they are over")
    private boolean staple;

    @Option(
            names = "--outlet",
            paramLabel = "IF,ID[,DIR]",
            description =
                    "one more outlet in this process, on an interface of its own, with an id of its"
                            + " own, and with the certificate of another PKI folder if one is"
                            + " named; may be repeated; @FILE instead of options reads them from a"
                            + " file")
    private List<String> outlets = new ArrayList<>();

    @Option(
            names = "--evse-id",
            paramLabel = "ID",
            defaultValue = "DE*PNC*E00001",
            description = "id of the outlet (default: ${DEFAULT-VALUE})")
    private String evseId = "";

    @Option(
            names = "--mode",
            paramLabel = "dc|ac",
            defaultValue = "dc",
            description =
                    "dc: a fast charger of 350 kW (default); ac: an outlet of three phases, 22 kW")
    private Mode mode = Mode.dc;

    @Option(
            names = "--protocols",
            paramLabel = "P",
            split = ",",
            defaultValue = "din,iso2",
            description =
                    "what is spoken, of din (DIN SPEC 70121: DC over plain TCP only) and iso2 (ISO"
                            + " 15118-2); the vehicle's wishes decide; default ${DEFAULT-VALUE}")
    private Set<Spoken> protocols = EnumSet.allOf(Spoken.class);

    @Option(
            names = "--power",
            paramLabel = "KW",
            defaultValue = "150",
            description =
                    "power that is offered, in kW (default: ${DEFAULT-VALUE}), within what the"
                            + " outlet can do")
    private int kiloWatts;

    @Option(
            names = "--receipts",
            paramLabel = "S",
            description =
                    "ask vehicles that charge by contract to sign for the meter every S seconds")
    private @Nullable Integer receiptSeconds;

    @Option(
            names = "--eim-after-failure",
            paramLabel = "S",
            description =
                    "for S seconds after a contract was refused, offer the same vehicle payment at"
                            + " the station alone")
    private @Nullable Integer eimSeconds;

    @Option(
            names = "--cable-check-again",
            description =
                    "insist that a DC vehicle checks the cable again when it renegotiates; without"
                            + " it the vehicle may go on at once")
    private boolean cableCheckAgain;

    @Option(names = "--internet", description = "offer Internet access as a value-added service")
    private boolean internet;

    @Option(
            names = "--slac",
            description =
                    "match vehicles by SLAC first, with the PLC modem on the interface (QCA7000"
                            + " family; needs CAP_NET_RAW); after each session the modem gets a new"
                            + " key")
    private boolean slac;

    @Option(
            names = "--discovery-port",
            paramLabel = "PORT",
            hidden = true,
            defaultValue = "" + SdpRequest.PORT)
    private int discoveryPort;

    private volatile Runnable vehicleGone = () -> {};
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(1);

    /** The current; in the words of the command line. */
    enum Mode {
        dc,
        ac
    }

    /** A protocol; in the words of the command line. */
    enum Spoken {
        din(Protocol.DIN),
        iso2(Protocol.ISO2);

        private final Protocol protocol;

        Spoken(Protocol protocol) {
            this.protocol = protocol;
        }
    }

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/plugcharge/secc/host/logback.xml");
        System.exit(new CommandLine(new SeccCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Depot depot = new Depot(Math.min(2, Runtime.getRuntime().availableProcessors()));
                Matching matching = slac ? Matching.start(network) : Matching.NONE) {
            vehicleGone = matching::again;
            open(depot, matching.with());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> farewell(depot)));
            done.await();
            return failed.get() == 0 ? 0 : 1;
        } catch (SeccException | PortException e) {
            System.err.println("secc: " + e.getMessage());
            return CANNOT_START;
        }
    }

    private void open(Depot depot, String matching) {
        List<OutletOption> further = outlets.stream().map(OutletOption::parse).toList();
        KeyLog secrets = openKeyLog();
        open(depot, new OutletOption(network, evseId, Optional.empty()), secrets, matching);
        further.forEach(outlet -> open(depot, outlet, secrets, ""));
    }

    private void open(Depot depot, OutletOption outlet, KeyLog secrets, String matching) {
        Secc station = start(depot, outlet, secrets);
        System.out.printf(
                "station %s ready: discovery on UDP %d of %s, TLS %s%s%n",
                outlet.evseId(), station.discovery().getPort(), outlet.network(), tls, matching);
    }

    /** Vehicles that are charging are asked to end the session, and have some seconds to do so. */
    private static void farewell(Depot depot) {
        List<Secc> charging = depot.stations().stream().filter(Secc::inSession).toList();
        if (!charging.isEmpty()) {
            System.out.println(
                    charging.size() == 1
                            ? "stopping: the vehicle is asked to end the session"
                            : "stopping: " + charging.size() + " vehicles are asked to end");
            charging.forEach(Secc::stopCharging);
            awaitEndOfSessions(charging);
        }
        depot.close();
    }

    private static void awaitEndOfSessions(List<Secc> charging) {
        try {
            for (int i = 0;
                    i < FAREWELL_SECONDS * 20 && charging.stream().anyMatch(Secc::inSession);
                    i++) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Secc start(Depot depot, OutletOption outlet, KeyLog secrets) {
        Path directory = outlet.pki().orElse(pki);
        TlsPolicy policy = policy();
        InetAddress address = SeccSettings.addressOf(outlet.network());
        try {
            PkiFolder folder = new PkiFolder(directory);
            SeccSettings settings =
                    new SeccSettings(
                            address,
                            discoveryPort,
                            policy,
                            identity(folder, secrets),
                            outlet.evseId(),
                            true,
                            true,
                            true,
                            ContractCheck.CENTRAL,
                            kiloWatts * 1_000,
                            Duration.ofSeconds(10),
                            stationPolicy());
            String prefix = outlets.isEmpty() ? "" : outlet.evseId() + " ";
            return depot.start(
                    settings.speaking(
                            protocols.stream()
                                    .map(spoken -> spoken.protocol)
                                    .collect(Collectors.toSet())),
                    outlet(),
                    new FolderAuthorizer(folder, Entropy.system(new SecureRandom())),
                    entry -> note(prefix, entry));
        } catch (IOException | IllegalArgumentException e) {
            throw new SeccException(
                    "the PKI folder "
                            + directory
                            + " can't be read ("
                            + e.getMessage()
                            + "); make one with `java -jar v2gpki.jar new "
                            + directory
                            + "`",
                    e);
        }
    }

    private Supplier<ServerProfile> identity(PkiFolder folder, KeyLog secrets) throws IOException {
        ServerIdentity identity =
                ServerIdentity.of(
                        folder.chain(Iso2Profile.SECC_LEAF),
                        folder.key(Iso2Profile.SECC_LEAF),
                        folder.certificate(Iso2Profile.V2G_ROOT));
        if (!staple) {
            ServerProfile bare = new ServerProfile(List.of(identity), secrets);
            return () -> bare;
        }
        return new StapledIdentities(
                List.of(identity),
                new OcspFetcher(OCSP_TIME),
                secrets,
                InstantSource.system(),
                problem -> System.err.println("secc: " + problem));
    }

    private KeyLog openKeyLog() {
        Path file = keyLog;
        if (file == null) {
            return KeyLog.NONE;
        }
        try {
            KeyLog opened = KeyLogFile.open(file);
            System.err.println(
                    "secc: TLS secrets go to " + file + "; not for a station in service");
            return opened;
        } catch (IOException e) {
            throw new SeccException("the key log " + file + " can't be written", e);
        }
    }

    /** What does not exist must not charge for an hour because somebody sets the clock. */
    private EvseDriver outlet() {
        InstantSource steady = new SteadyClock(InstantSource.system());
        return switch (mode) {
            case dc -> new SimulatedEvse(SimulatedEvse.HIGH_POWER, "SIM-1", steady);
            case ac -> new SimulatedAcEvse(SimulatedAcEvse.THREE_PHASES_32_A, "SIM-1", steady);
        };
    }

    private StationPolicy stationPolicy() {
        return new StationPolicy(
                Optional.ofNullable(receiptSeconds).map(Duration::ofSeconds),
                cableCheckAgain,
                internet ? List.of(ValueAddedService.internet(true)) : List.of(),
                Optional.ofNullable(eimSeconds).map(Duration::ofSeconds));
    }

    private TlsPolicy policy() {
        try {
            return TlsPolicy.valueOf(tls.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SeccException("--tls is allow, force or prohibit, not '" + tls + "'");
        }
    }

    private void note(String prefix, Journal.Entry entry) {
        switch (entry.what()) {
            case V2gMessage message -> say(prefix, entry, String.valueOf(message.body().element()));
            case org.plugcharge.v2g.din70121.V2gMessage message ->
                    say(prefix, entry, String.valueOf(message.body().element()));
            case AppProtocolMessage message -> say(prefix, entry, message.toString());
            case TlsSummary summary ->
                    say(prefix, entry, summary.version() + " " + summary.cipherSuite());
            case Margins.Report report ->
                    report.nearest()
                            .ifPresent(near ->
                                    say(prefix, entry, "nearest to its limit: " + near.text()));
            case Journal.SessionEnded(String reason, boolean orderly) ->
                    sessionEnded(prefix, reason, orderly);
            default -> {}
        }
    }

    private static void say(String prefix, Journal.Entry entry, String text) {
        String arrow =
                switch (entry.kind()) {
                    case RECEIVED -> "car >";
                    case SENT -> "    <";
                    case OUTPUT, INPUT, CONNECTION -> "    -";
                };
        System.out.printf(
                "%tT.%<tL %s%s %s%n",
                entry.at().toEpochMilli(),
                prefix,
                arrow,
                text.length() > 160 ? text.substring(0, 157) + "..." : text);
    }

    private void sessionEnded(String prefix, String reason, boolean orderly) {
        System.out.printf("%ssession %d ended: %s%n", prefix, ended.incrementAndGet(), reason);
        if (!orderly) {
            failed.incrementAndGet();
        }
        if (sessions > 0 && ended.get() >= sessions) {
            done.countDown();
        } else {
            vehicleGone.run();
        }
    }
}
