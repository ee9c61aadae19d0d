package org.plugcharge.evcc.demo;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.tls.ClientProfile;
import org.plugcharge.certs.tls.TlsSummary;
import org.plugcharge.csms.store.CdrView;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.host.CarBody;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.EvccHost;
import org.plugcharge.evcc.host.Journal;
import org.plugcharge.evcc.host.Link;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.host.SdpClient;
import org.plugcharge.evcc.host.SessionListener;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.Attenuation;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.segment.MatchOutcome;
import org.plugcharge.plc.segment.Segment;
import org.plugcharge.plc.segment.SegmentMatch;
import org.plugcharge.plc.segment.Station;
import org.plugcharge.plc.segment.Weather;
import org.plugcharge.plc.slac.ModemProfile;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * One run of the demo: prepares the ecosystem, lets a car come, charge and go, and looks at what
 * came of it.
 */
final class DemoRun {

    private static final String PCID = "WPCDEMOVEHICLE001";
    private static final Bytes EVCC_ID = Bytes.fromHex("020000000001");
    private static final int ARRIVES_WITH = 35;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final Duration SETTLING = Duration.ofSeconds(20);

    private final Scenario scenario;
    private final int loops;
    private final Pace pace;
    private final TerminalView view;
    private final Instant began = Instant.now();
    private final Timeline timeline = new Timeline();
    private final Phases phases;
    private final List<PowerPoint> curve = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Journal carJournal = new Journal();
    private final StationNotes stationNotes = new StationNotes(timeline);
    private final CountDownLatch halfway = new CountDownLatch(1);

    /** The contract certificate the car arrives with and is not to leave with. */
    private Optional<Bytes> replaced = Optional.empty();

    private DemoRun(Scenario scenario, int loops, Pace pace, TerminalView view) {
        this.scenario = scenario;
        this.loops = loops;
        this.pace = pace;
        this.view = view;
        this.phases = new Phases(InstantSource.system(), view);
    }

    static SessionReport of(Scenario scenario, int loops, Pace pace, TerminalView view)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("plugcharge-demo");
        try {
            return new DemoRun(scenario, loops, pace, view).run(directory);
        } finally {
            delete(directory);
        }
    }

    /** What the car has when it arrives, and the eMAID it is meant to pay with. */
    private record Car(
            KeyedCertificate provisioning,
            PkiCarKeys keys,
            VehiclePlan plan,
            Optional<String> emaid) {}

    private SessionReport run(Path directory) throws IOException, InterruptedException {
        phases.begin(Stage.PREPARE);
        try (Ecosystem ecosystem = Ecosystem.start(timeline, directory, stationNotes, view::say)) {
            Car car = prepare(ecosystem);
            long registerBefore = ecosystem.outlet().meter().wattHours();
            Instant pluggedIn = Instant.now();
            ecosystem.carArrives();
            match();
            Ending ending = drive(ecosystem, car);
            phases.begin(Stage.BILL);
            ecosystem.outlet().pilot(ControlPilot.A);
            List<CdrView> bills = bills(ecosystem);
            phases.done();
            long metered = ecosystem.outlet().meter().wattHours() - registerBefore;
            return report(ecosystem, car, ending, bills, metered, pluggedIn);
        }
    }

    private Car prepare(Ecosystem ecosystem) {
        KeyedCertificate provisioning = ecosystem.buildCar(PCID);
        TrustAnchors roots =
                TrustAnchors.none().withV2gRoots(ecosystem.ca().authority(Iso2Profile.V2G_ROOT));
        PkiCarKeys keys = new PkiCarKeys(roots, Optional.of(provisioning), InstantSource.system());
        VehiclePlan plan =
                VehiclePlan.externalPayment(
                                EVCC_ID,
                                Battery.at(BatterySpec.CAR_400_V, ARRIVES_WITH),
                                scenario.carLoops(loops))
                        .paced(pace);
        if (scenario.installs()) {
            String emaid = ecosystem.orderContract(PCID, YEAR);
            ecosystem.announce(emaid);
            view.say(
                    "contract "
                            + Masked.emaid(emaid)
                            + " ordered; its certificate waits in the pool");
            return new Car(
                    provisioning, keys, plan.installing(keys.provisioning()), Optional.of(emaid));
        }
        if (scenario.bringsBadContract()) {
            String emaid = new Emaid("DEPNC0EARLIER0").canonical();
            SoftwareKey key = SoftwareKey.generate(Entropy.system(new SecureRandom()));
            CertificateChain genuine = ecosystem.issueContract(emaid, key);
            ecosystem.announce(emaid);
            if (scenario == Scenario.REVOKED_CONTRACT) {
                ecosystem.revoke(genuine);
                keys.use(genuine, key);
            } else {
                SoftwareKey thief = SoftwareKey.generate(Entropy.system(new SecureRandom()));
                Bytes leaf = Forger.forge(genuine.leaf(), thief.publicKey());
                keys.use(new CertificateChain(leaf, genuine.subCertificates()), thief);
            }
            return new Car(
                    provisioning, keys, plan.payingWith(keys.contract()), Optional.of(emaid));
        }
        if (scenario == Scenario.RENEWAL) {
            return renewing(ecosystem, provisioning, keys, plan);
        }
        return new Car(provisioning, keys, plan, Optional.empty());
    }

    /** Its contract was installed in the workshop; it ends soon, and its provider lets it go on. */
    private Car renewing(
            Ecosystem ecosystem, KeyedCertificate provisioning, PkiCarKeys keys, VehiclePlan plan) {
        String emaid = ecosystem.orderContract(PCID, TWO_WEEKS);
        ecosystem.announce(emaid);
        ecosystem.installInTheWorkshop(keys);
        ecosystem.prolong(emaid, PCID, YEAR);
        replaced = Optional.of(keys.contract().certificate());
        view.say(
                "contract "
                        + Masked.emaid(emaid)
                        + " ends in two weeks; its provider lets it go on");
        return new Car(
                provisioning,
                keys,
                plan.updating(keys.contract(), keys.provisioning()),
                Optional.of(emaid));
    }

    private void match() throws IOException, InterruptedException {
        phases.begin(Stage.MATCH);
        Segment segment = new Segment(Duration.ofMillis(200), Weather.FAIR);
        Station car =
                new Station(
                        MacAddress.parse("02:00:00:00:00:01"),
                        MacAddress.parse("02:00:00:00:01:01"),
                        Station.Role.PEV,
                        ModemProfile.HOMEPLUG);
        Station station =
                new Station(
                        MacAddress.parse("02:00:00:00:00:02"),
                        MacAddress.parse("02:00:00:00:01:02"),
                        Station.Role.EVSE,
                        ModemProfile.HOMEPLUG);
        segment.attach(car);
        segment.attach(station);
        segment.connect(car, station, Attenuation.flat(8));
        SecureRandom random = new SecureRandom();
        MatchOutcome outcome =
                SegmentMatch.match(
                        segment,
                        car,
                        List.of(station),
                        org.plugcharge.plc.segment.Pace.real(),
                        length -> octets(random, length),
                        sighting -> SlacNotes.add(timeline, car, sighting));
        notes.add(
                "SLAC ran on a simulated power line; V2G frames run over loopback, not through"
                        + " it.");
        if (!(outcome instanceof MatchOutcome.Matched)) {
            phases.fail(outcome.toString());
            throw new IOException("the car and the station did not match: " + outcome);
        }
        phases.done();
    }

    private static Bytes octets(SecureRandom random, int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Bytes.owning(octets);
    }

    private Ending drive(Ecosystem ecosystem, Car car) throws IOException, InterruptedException {
        phases.begin(Stage.DISCOVER);
        SdpSecurity wanted = car.emaid().isPresent() ? SdpSecurity.TLS : SdpSecurity.NONE;
        SdpClient.Found found = discover(ecosystem, wanted);
        phases.begin(Stage.CONNECT);
        try (Link link =
                wanted == SdpSecurity.TLS
                        ? Link.tls(found.address(), profile(car), new SecureRandom())
                        : Link.plain(found.address())) {
            link.summary().ifPresent(this::connected);
            phases.begin(Stage.IDENTIFY);
            EvccHost host =
                    new EvccHost(
                            car.plan(),
                            link,
                            car.keys(),
                            CarBody.SIMULATED,
                            new Watcher(),
                            carJournal);
            return charge(ecosystem, host);
        } catch (CarException e) {
            phases.fail(String.valueOf(e.getMessage()));
            throw e;
        } finally {
            CarNotes.addAll(timeline, carJournal.entries());
        }
    }

    /** The car wants an OCSP answer with every certificate of the station. */
    private static ClientProfile profile(Car car) {
        return car.keys().tlsProfile(RevocationSnapshot.Policy.ALWAYS);
    }

    private void connected(TlsSummary agreed) {
        phases.detail(agreed.cipherSuite());
        notes.add(
                "The station stapled %d OCSP answers to its %d certificates; the car had refused it without them."
                        .formatted(agreed.staples(), agreed.serverChain().all().size()));
    }

    private SdpClient.Found discover(Ecosystem ecosystem, SdpSecurity wanted) throws IOException {
        NetworkInterface loopback =
                NetworkInterface.getByInetAddress(ecosystem.secc().discovery().getAddress());
        SdpRequest request = new SdpRequest(wanted, SdpTransport.TCP);
        timeline.add(
                new Timeline.Entry(
                        Instant.now(),
                        Lane.CAR,
                        Lane.STATION,
                        Layer.SDP,
                        "SDP request",
                        request.toString(),
                        request.frame().encode(),
                        false));
        SdpClient.Found found =
                SdpClient.find(
                        loopback, ecosystem.secc().discovery().getPort(), wanted, text -> {});
        timeline.add(
                new Timeline.Entry(
                        Instant.now(),
                        Lane.STATION,
                        Lane.CAR,
                        Layer.SDP,
                        "SDP response",
                        found.response().toString(),
                        found.response().frame().encode(),
                        false));
        boolean six = ecosystem.secc().discovery().getAddress() instanceof Inet6Address;
        notes.add(
                "SDP datagrams went to "
                        + (six ? "::1" : "127.0.0.1 (no IPv6 here)")
                        + ": loopback does not route IPv6 multicast.");
        return found;
    }

    /** Runs the session, and what the scenario has happen in the middle of it. */
    private Ending charge(Ecosystem ecosystem, EvccHost host) throws InterruptedException {
        AtomicReference<@Nullable Exception> trouble = new AtomicReference<>();
        Thread middle =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                halfway.await();
                                interfere(ecosystem, host);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } catch (RuntimeException e) {
                                trouble.set(e);
                            }
                        });
        Ending ending = host.run();
        middle.interrupt();
        middle.join();
        if (trouble.get() != null) {
            throw new IllegalStateException("the scenario could not be played", trouble.get());
        }
        if (ending instanceof Ending.Failed) {
            phases.fail(ending.text());
        } else {
            phases.done();
        }
        return ending;
    }

    private void interfere(Ecosystem ecosystem, EvccHost host) {
        switch (scenario) {
            case CSMS_OFFLINE -> {
                view.say("the operator's system goes away");
                ecosystem.stopCsms();
            }
            case REMOTE_STOP -> {
                view.say("the operator ends the transaction");
                ecosystem.stopTransaction();
            }
            case CABLE_YANK -> {
                view.say("somebody pulls the cable");
                // Both see it at once. The car is told first, or it may hear of the station's
                // closed connection before it hears of its own cable.
                host.unplug();
                ecosystem.outlet().pilot(ControlPilot.A);
            }
            case HAPPY, RENEWAL, EIM, REVOKED_CONTRACT, FORGED_CONTRACT -> {}
        }
    }

    private List<CdrView> bills(Ecosystem ecosystem) throws IOException, InterruptedException {
        if (scenario == Scenario.CSMS_OFFLINE) {
            ecosystem.restartCsms();
            view.say("the operator's system is back");
        }
        ecosystem.settle();
        Instant patience = Instant.now().plus(SETTLING);
        while (ecosystem.csms().cdrs().size() < scenario.bills()
                && Instant.now().isBefore(patience)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return ecosystem.csms().cdrs();
    }

    private SessionReport report(
            Ecosystem ecosystem,
            Car car,
            Ending ending,
            List<CdrView> bills,
            long metered,
            Instant pluggedIn) {
        Duration wallTime = Duration.between(began, Instant.now());
        Optional<Receipt> receipt = bills.stream().findFirst().map(Receipts::of);
        List<Outcome.Invariant> invariants =
                new ArrayList<>(
                        new Invariants(scenario, carJournal.entries(), ending, bills, metered)
                                .check(
                                        ecosystem.outlet().reading().contactor() == Contactor.OPEN,
                                        car.emaid()));
        if (scenario == Scenario.REMOTE_STOP) {
            invariants.add(Invariants.remotelyStopped(timeline.entries()));
        }
        replaced.ifPresent(old -> invariants.add(Invariants.replaced(old, car.keys().contract())));
        KeyFigures figures =
                KeyFigures.of(timeline.entries(), wallTime, BigDecimal.valueOf(metered));
        return new SessionReport(
                scenario.label(),
                headline(ending, receipt, metered),
                pluggedIn,
                car.emaid().map(Masked::emaid),
                new Outcome(invariants, figures),
                phases.list(),
                timeline.entries(),
                curve,
                CertificateTree.of(members(ecosystem, car)),
                receipt,
                notes);
    }

    private String headline(Ending ending, Optional<Receipt> receipt, long metered) {
        String bill =
                receipt.map(paid ->
                                ", billed " + paid.gross().toPlainString() + " " + paid.currency())
                        .orElse(", nothing billed");
        return switch (ending) {
            case Ending.Completed _ -> "The car charged " + metered + " Wh and left" + bill + ".";
            case Ending.Failed _ -> ending.text() + " " + metered + " Wh flowed" + bill + ".";
        };
    }

    private static List<CertificateTree.Member> members(Ecosystem ecosystem, Car car) {
        List<CertificateTree.Member> members = new ArrayList<>();
        for (Iso2Profile profile : Iso2Profile.authorities()) {
            members.add(new CertificateTree.Member(ecosystem.ca().authority(profile).der(), ""));
        }
        members.add(
                new CertificateTree.Member(
                        ecosystem.seccCertificate().chain().leaf(), "station, TLS"));
        members.add(
                new CertificateTree.Member(
                        car.provisioning().certificate().der(), "car, provisioning"));
        if (car.emaid().isPresent()) {
            try {
                members.add(
                        new CertificateTree.Member(
                                car.keys().contract().certificate(), "car, contract"));
            } catch (CarException e) {
                return members; // the session ended before a contract was installed
            }
        }
        return members;
    }

    /** Follows the car for the terminal and the curve. */
    private final class Watcher implements SessionListener {

        @Override
        public void entered(org.plugcharge.evcc.session.Phase phase) {
            switch (phase) {
                case IDLE, NEGOTIATION, SESSION_SETUP, SERVICES, PAYMENT_SELECTION ->
                        phases.begin(Stage.IDENTIFY);
                case CONTRACT_INSTALLATION -> phases.begin(Stage.INSTALL);
                case CONTRACT, AUTHORIZATION -> phases.begin(Stage.AUTHORISE);
                case CHARGE_PARAMETERS, CABLE_CHECK, PRE_CHARGE, POWER_ON ->
                        phases.begin(Stage.POWER_UP);
                case CHARGING -> phases.begin(Stage.CHARGE);
                case POWER_OFF, WELDING_DETECTION, SESSION_STOP -> phases.begin(Stage.STOP);
                case DONE -> {}
            }
        }

        @Override
        public void observed(ChargePoint point) {
            PowerPoint power =
                    new PowerPoint(
                            point.instant(),
                            (int) point.millivolts(),
                            (int) point.milliamps(),
                            point.socPermille() / 10);
            curve.add(power);
            view.charging(
                    power,
                    BigDecimal.valueOf(stationNotes.wattHours()),
                    Math.min(point.loop() * 100 / loops, 100));
            if (point.loop() >= loops / 2) {
                halfway.countDown();
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
