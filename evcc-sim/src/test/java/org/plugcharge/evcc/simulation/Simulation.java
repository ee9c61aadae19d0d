package org.plugcharge.evcc.simulation;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.iso2.Evcc;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.evcc.session.iso2.Wishes;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.session.AppProtocolNegotiation;
import org.plugcharge.secc.session.iso2.Iso2Session;
import org.plugcharge.secc.session.iso2.Iso2Station;
import org.plugcharge.secc.session.iso2.PausedSession;
import org.plugcharge.secc.session.iso2.Schedules;
import org.plugcharge.secc.session.iso2.StationPolicy;
import org.plugcharge.secc.simulated.SimulatedAcEvse;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.installation.ContractData;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.MeteringReceiptRes;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One car at one station, from the connection to the end of both sides: the real cores, the real
 * codec, real keys and signatures; only wire, clock, hardware and back end are simulated.
 */
final class Simulation {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final TestPki PKI = TestPki.create(7, START);
    private static final Schedules OFFER = Schedules.of(Tariffs.offer(PKI));

    private final Story story;
    private final SplittableRandom dice;
    private final Terms terms;
    private final VirtualTime time;
    private final Hardware evse;
    private final PkiCarKeys keys;
    private final Map<org.plugcharge.evcc.session.iso2.Timer, Instant> carTimers =
            new EnumMap<>(org.plugcharge.evcc.session.iso2.Timer.class);
    private final Map<org.plugcharge.secc.session.iso2.Timer, Instant> stationTimers =
            new EnumMap<>(org.plugcharge.secc.session.iso2.Timer.class);
    private final Map<Boolean, Instant> lastArrival = new HashMap<>();
    private final Invariants invariants;

    private org.plugcharge.evcc.session.iso2.State car;
    private org.plugcharge.secc.session.iso2.@Nullable State station;
    private boolean carConnected = true;
    private boolean stationConnected = true;
    private boolean carContactors;
    private int answers;
    private int requests;
    private int changes;
    private Duration clockOffset = Duration.ZERO;
    private Duration carClockOffset = Duration.ZERO;
    private Optional<MeterReading> stuckMeter = Optional.empty();
    private Bytes lastRequest = Bytes.EMPTY;
    private Optional<PausedSession> kept = Optional.empty();
    private final Optional<PausedSession> paused;

    Simulation(Story story) {
        this(story, Optional.empty());
    }

    /** The car comes back to the session it paused. */
    Simulation(Story story, Optional<PausedSession> paused) {
        this(story, paused, Place.of(story.extras().alternating()), Terms.USUAL);
    }

    /** At a place where others may have charged before. */
    Simulation(Story story, Optional<PausedSession> paused, Place place, Terms terms) {
        this.story = story;
        this.paused = paused;
        this.terms = terms;
        this.time = place.time();
        this.evse = place.evse();
        this.dice = new SplittableRandom(story.seed() ^ 0x5DEECE66DL);
        this.keys =
                new PkiCarKeys(
                        PKI.anchors(),
                        Optional.of(PKI.member(Iso2Profile.OEM_PROVISIONING_LEAF)),
                        this::carTimeOfDay);
        this.invariants = new Invariants(story);
        this.car = org.plugcharge.evcc.session.iso2.State.of(plan());
    }

    /** How fast and how long one charges here. */
    record Terms(int offeredWatts, Pace pace, Duration longest) {
        static final Terms USUAL = new Terms(150_000, Pace.USUAL, Duration.ofMinutes(10));
    }

    /** An outlet and its time, for one session after the other. */
    record Place(VirtualTime time, Hardware evse) {

        static Place of(boolean alternating) {
            VirtualTime time = new VirtualTime(START);
            return new Place(
                    time,
                    alternating
                            ? Hardware.of(
                                    new SimulatedAcEvse(
                                            SimulatedAcEvse.THREE_PHASES_32_A, "SIM-1", time))
                            : Hardware.of(
                                    new SimulatedEvse(SimulatedEvse.HIGH_POWER, "SIM-1", time)));
        }
    }

    /** What both sorts of outlet can do. */
    record Hardware(
            EvseDriver driver,
            Consumer<EvseReading.ControlPilot> pilot,
            Consumer<EvseReading.Fault> fault,
            BiConsumer<Integer, Integer> draw) {

        static Hardware of(SimulatedEvse dc) {
            return new Hardware(dc, dc::pilot, dc::fault, (_, _) -> {});
        }

        static Hardware of(SimulatedAcEvse ac) {
            return new Hardware(ac, ac::pilot, ac::fault, ac::draw);
        }

        EvseReading reading() {
            return driver.reading();
        }

        void pilot(EvseReading.ControlPilot state) {
            pilot.accept(state);
        }

        void fault(EvseReading.Fault happened) {
            fault.accept(happened);
        }
    }

    private VehiclePlan plan() {
        VehiclePlan plan = paying().paced(terms.pace());
        Wishes wishes = Wishes.NONE.renegotiatingAfter(story.extras().renegotiateAfter());
        Wishes pausing = story.mishaps().pauses() ? wishes.pausing() : wishes;
        VehiclePlan staying =
                plan.wishing(
                        story.extras().carChecksCable()
                                ? pausing
                                : pausing.withoutCableCheckAgain());
        VehiclePlan wishing = paused.map(before -> staying.resuming(before.id())).orElse(staying);
        return story.extras().alternating()
                ? wishing.alternating(OnBoardCharger.ELEVEN_KILOWATTS)
                : wishing;
    }

    private VehiclePlan paying() {
        VehiclePlan plan =
                VehiclePlan.externalPayment(
                        Bytes.fromHex("020000000001"),
                        Battery.at(BatterySpec.CAR_400_V, 20),
                        story.loops());
        return switch (story.payment()) {
            case EXTERNAL -> plan;
            case CONTRACT -> {
                keys.use(PKI.chain(Iso2Profile.CONTRACT_LEAF), PKI.key(Iso2Profile.CONTRACT_LEAF));
                yield plan.payingWith(keys.contract());
            }
            case INSTALLATION -> plan.installing(keys.provisioning());
            case UPDATE -> {
                keys.use(PKI.chain(Iso2Profile.CONTRACT_LEAF), PKI.key(Iso2Profile.CONTRACT_LEAF));
                yield plan.updating(keys.contract(), keys.provisioning());
            }
        };
    }

    /** Plays the story to its end. */
    Result play() {
        evse.pilot(EvseReading.ControlPilot.B);
        evse.driver()
                .onChange(() -> {
                    changes++;
                    time.at(time.instant(), this::hardwareChanged);
                });
        time.at(
                time.instant(),
                () -> carTakes(new org.plugcharge.evcc.session.iso2.Input.Begin(true)));
        story.linkLost().ifPresent(when -> time.after(when, this::loseLink));
        story.unplugged().ifPresent(when -> time.after(when, this::unplug));
        story.driverStops()
                .ifPresent(when ->
                        time.after(
                                when,
                                () ->
                                        carTakes(
                                                new org.plugcharge.evcc.session.iso2.Input
                                                        .StopRequested())));
        story.stationStops()
                .ifPresent(when ->
                        time.after(
                                when,
                                () ->
                                        stationTakes(
                                                new org.plugcharge.secc.session.iso2.Input
                                                        .StopRequested())));
        story.extras()
                .stationRenegotiates()
                .ifPresent(when ->
                        time.after(
                                when,
                                () ->
                                        stationTakes(
                                                new org.plugcharge.secc.session.iso2.Input
                                                        .RenegotiationRequested())));
        story.emergencyStop()
                .ifPresent(when ->
                        time.after(when, () -> evse.fault(EvseReading.Fault.EMERGENCY_STOP)));
        story.malfunction()
                .ifPresent(
                        when -> time.after(when, () -> evse.fault(EvseReading.Fault.MALFUNCTION)));
        mishaps();
        Instant began = time.instant();
        while (time.next()) {
            invariants.checkCar(car, carTimers.keySet(), carContactors);
            invariants.checkPatience(time.instant(), stationConnected);
            if (changes == 0) {
                invariants.checkStation(
                        Optional.ofNullable(station), evse.reading(), time.instant());
            }
            if (time.instant().isAfter(began.plus(terms.longest()))) {
                throw new AssertionError(
                        "seed "
                                + story.seed()
                                + ": no end after "
                                + terms.longest()
                                + " in "
                                + car);
            }
        }
        time.after(Duration.ofSeconds(1), () -> {});
        time.next();
        return new Result(
                car,
                Optional.ofNullable(station),
                evse.reading(),
                carContactors,
                Duration.between(began, time.instant()).minusSeconds(1),
                kept,
                invariants);
    }

    private void mishaps() {
        story.mishaps()
                .pilot()
                .ifPresent(slip ->
                        time.after(
                                slip.when(),
                                () -> {
                                    EvseReading.ControlPilot before = evse.reading().pilot();
                                    evse.pilot(slip.shown());
                                    time.after(slip.lasting(), () -> pilotBack(slip, before));
                                }));
        story.mishaps()
                .meterStuck()
                .ifPresent(when ->
                        time.after(when, () -> stuckMeter = Optional.of(evse.driver().meter())));
        story.mishaps()
                .clockJump()
                .ifPresent(jump -> time.after(jump.when(), () -> clockOffset = jump.by()));
        story.mishaps()
                .carClockJump()
                .ifPresent(jump -> time.after(jump.when(), () -> carClockOffset = jump.by()));
    }

    private void pilotBack(Story.Mishaps.PilotSlip slip, EvseReading.ControlPilot before) {
        if (evse.reading().pilot() == slip.shown()) {
            evse.pilot(before);
        }
    }

    /** What was left when nothing more could happen. */
    record Result(
            org.plugcharge.evcc.session.iso2.State car,
            Optional<org.plugcharge.secc.session.iso2.State> station,
            EvseReading evse,
            boolean carContactors,
            Duration lasted,
            Optional<PausedSession> kept,
            Invariants invariants) {}

    private void carTakes(org.plugcharge.evcc.session.iso2.Input input) {
        org.plugcharge.evcc.session.iso2.Step step =
                Evcc.step(car, input, new org.plugcharge.evcc.session.Now(time.instant()));
        car = step.next();
        step.outputs().forEach(this::carDoes);
    }

    private void carDoes(org.plugcharge.evcc.session.iso2.Output output) {
        switch (output) {
            case org.plugcharge.evcc.session.iso2.Output.SendHandshake handshake -> {
                invariants.asked();
                toStation(AppProtocolCodec.encode(handshake.request()));
            }
            case org.plugcharge.evcc.session.iso2.Output.Send send -> {
                invariants.asked();
                toStation(Iso2Codec.encode(send.message()));
            }
            case org.plugcharge.evcc.session.iso2.Output.Arm(var timer, Instant deadline) -> {
                carTimers.put(timer, deadline);
                time.at(deadline, () -> carTimer(timer, deadline));
            }
            case org.plugcharge.evcc.session.iso2.Output.Disarm disarm ->
                    carTimers.remove(disarm.timer());
            case org.plugcharge.evcc.session.iso2.Output.Sign sign ->
                    time.after(
                            Duration.ofMillis(dice.nextInt(1, 60)),
                            () ->
                                    carTakes(
                                            new org.plugcharge.evcc.session.iso2.Input.Signed(
                                                    keys.sign(sign.key(), sign.request()))));
            case org.plugcharge.evcc.session.iso2.Output.OpenContract open ->
                    time.after(Duration.ofMillis(dice.nextInt(1, 90)), () -> openContract(open));
            case org.plugcharge.evcc.session.iso2.Output.StoreContract store ->
                    keys.store(store.contract());
            case org.plugcharge.evcc.session.iso2.Output.SetControlPilot pilot ->
                    time.after(Duration.ofMillis(dice.nextInt(1, 20)), () -> pilot(pilot.state()));
            case org.plugcharge.evcc.session.iso2.Output.MoveContactors move ->
                    time.after(
                            Duration.ofMillis(dice.nextInt(10, 120)),
                            () -> moveContactors(move.close()));
            case org.plugcharge.evcc.session.iso2.Output.Observed observed ->
                    invariants.observed(observed.point());
            case org.plugcharge.evcc.session.iso2.Output.JudgeTariffs judge ->
                    time.after(
                            Duration.ofMillis(dice.nextInt(1, 30)),
                            () ->
                                    carTakes(
                                            new org.plugcharge.evcc.session.iso2.Input
                                                    .TariffsJudged(
                                                    keys.objection(
                                                            judge.tariffs(), judge.signature()))));
            case org.plugcharge.evcc.session.iso2.Output.Draw draw ->
                    evse.draw().accept(draw.phases(), (int) draw.milliamps());
            case org.plugcharge.evcc.session.iso2.Output.KeepSession _ -> {}
            case org.plugcharge.evcc.session.iso2.Output.Note note -> invariants.noted(note.text());
            case org.plugcharge.evcc.session.iso2.Output.Close _ -> carCloses();
        }
    }

    /** By which the car judges certificates; its session goes by a clock that nobody sets. */
    private Instant carTimeOfDay() {
        return time.instant().plus(carClockOffset);
    }

    private void carTimer(org.plugcharge.evcc.session.iso2.Timer timer, Instant due) {
        if (carTimers.remove(timer, due)) {
            carTakes(new org.plugcharge.evcc.session.iso2.Input.Fired(timer));
        }
    }

    private void openContract(org.plugcharge.evcc.session.iso2.Output.OpenContract open) {
        try {
            carTakes(
                    new org.plugcharge.evcc.session.iso2.Input.ContractOpened(
                            keys.open(open.response(), open.signature(), open.sealedFor())));
        } catch (CarException e) {
            carTakes(
                    new org.plugcharge.evcc.session.iso2.Input.ContractRefused(
                            String.valueOf(e.getMessage())));
        }
    }

    private void pilot(ControlPilot state) {
        if (evse.reading().pilot() != EvseReading.ControlPilot.A) {
            evse.pilot(
                    state == ControlPilot.C
                            ? EvseReading.ControlPilot.C
                            : EvseReading.ControlPilot.B);
        }
    }

    private void moveContactors(boolean close) {
        carContactors = close;
        carTakes(new org.plugcharge.evcc.session.iso2.Input.ContactorsMoved(close));
    }

    private void carCloses() {
        carConnected = false;
        arrive(true, () -> stationLoses("the vehicle closed the connection"));
    }

    private void toStation(Bytes exi) {
        requests++;
        int number = requests;
        Bytes before = lastRequest;
        lastRequest = exi;
        if (is(story.mishaps().lostRequest(), number)) {
            return;
        }
        boolean replayed = is(story.mishaps().replayedRequest(), number);
        arrive(true, () -> stationReceives(replayed ? before : exi));
        if (is(story.mishaps().repeatedRequest(), number)) {
            arrive(true, () -> stationReceives(exi));
        }
    }

    private static boolean is(Optional<Integer> which, int number) {
        return which.filter(chosen -> chosen == number).isPresent();
    }

    private void toCar(Bytes exi) {
        answers++;
        int number = answers;
        Bytes sent =
                story.garbledAnswer().filter(which -> which == number).isPresent()
                        ? garbled(exi)
                        : exi;
        Duration late =
                story.late()
                        .filter(answer -> answer.number() == number)
                        .map(Story.LateAnswer::delay)
                        .orElse(Duration.ZERO);
        time.after(late, () -> arrive(false, () -> carReceives(sent)));
    }

    private Bytes garbled(Bytes exi) {
        return exi.slice(0, Math.max(1, exi.length() / 2));
    }

    /** The wire keeps the order of each direction. */
    private void arrive(boolean toStation, Runnable action) {
        Instant arrival =
                time.instant()
                        .plus(story.latency())
                        .plusNanos(dice.nextLong(1 + story.jitter().toNanos()));
        Instant last = lastArrival.getOrDefault(toStation, START);
        Instant when = arrival.isBefore(last) ? last : arrival;
        lastArrival.put(toStation, when);
        time.at(when, action);
    }

    private void carReceives(Bytes exi) {
        if (!carConnected) {
            return;
        }
        invariants.answered(story.mishaps().repeatedRequest().isPresent());
        try {
            boolean handshake = car.phase() == org.plugcharge.evcc.session.Phase.NEGOTIATION;
            carTakes(
                    handshake
                            ? new org.plugcharge.evcc.session.iso2.Input.Handshake(
                                    (SupportedAppProtocolRes) AppProtocolCodec.decode(exi))
                            : new org.plugcharge.evcc.session.iso2.Input.Received(
                                    Iso2Codec.decode(exi)));
        } catch (ExiException e) {
            carTakes(
                    new org.plugcharge.evcc.session.iso2.Input.Garbled(
                            String.valueOf(e.getMessage())));
        }
    }

    private void stationReceives(Bytes exi) {
        if (!stationConnected) {
            return;
        }
        invariants.stationAsked(time.instant());
        if (station == null) {
            SupportedAppProtocolReq request =
                    (SupportedAppProtocolReq) AppProtocolCodec.decode(exi);
            invariants.stationAnswered();
            toCar(
                    AppProtocolCodec.encode(
                            AppProtocolNegotiation.choose(
                                            request, List.of(AppProtocolNegotiation.Protocol.ISO2))
                                    .answer()));
            station =
                    Iso2Session.begin(
                            new Iso2Station(
                                    "DE*PLC*E00001",
                                    true,
                                    true,
                                    true,
                                    true,
                                    Iso2Station.ContractCheck.CENTRAL,
                                    evse.driver().limits(),
                                    terms.offeredWatts(),
                                    Duration.ofSeconds(1),
                                    new StationPolicy(
                                            story.extras().receiptEvery(), false, List.of())),
                            paused);
        } else {
            stationReads(exi);
        }
    }

    private void stationReads(Bytes exi) {
        try {
            stationTakes(
                    new org.plugcharge.secc.session.iso2.Input.Received(
                            Iso2Codec.decode(exi), exi));
        } catch (ExiException e) {
            stationLoses("not a message");
        }
    }

    private void stationTakes(org.plugcharge.secc.session.iso2.Input input) {
        org.plugcharge.secc.session.iso2.State before = station;
        if (before == null) {
            return;
        }
        org.plugcharge.secc.session.iso2.Step step = Iso2Session.step(before, input, stationNow());
        station = step.next();
        invariants.stationStepped(before, step.outputs());
        step.outputs().forEach(this::stationDoes);
    }

    private org.plugcharge.secc.session.Now stationNow() {
        return new org.plugcharge.secc.session.Now(
                time.instant().plus(clockOffset),
                evse.reading(),
                stuckMeter.orElseGet(evse.driver()::meter),
                this::octets);
    }

    private Bytes octets(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) dice.nextInt();
        }
        return Bytes.owning(octets);
    }

    private void stationDoes(org.plugcharge.secc.session.iso2.Output output) {
        switch (output) {
            case org.plugcharge.secc.session.iso2.Output.Send(V2gMessage message) -> {
                invariants.stationAnswered();
                if (message.body().element() instanceof MeteringReceiptRes) {
                    invariants.receipted();
                }
                toCar(Iso2Codec.encode(message));
            }
            case org.plugcharge.secc.session.iso2.Output.Command(var command) ->
                    evse.driver().command(command);
            case org.plugcharge.secc.session.iso2.Output.Authorize(var identification) ->
                    time.after(story.backEnd(), () -> authorized(identification));
            case org.plugcharge.secc.session.iso2.Output.Install(var request) ->
                    time.after(
                            story.backEnd(),
                            () -> installed(request, Iso2Profile.OEM_PROVISIONING_LEAF));
            case org.plugcharge.secc.session.iso2.Output.Update(var request) ->
                    time.after(
                            story.backEnd(), () -> installed(request, Iso2Profile.CONTRACT_LEAF));
            case org.plugcharge.secc.session.iso2.Output.Schedule _ ->
                    time.after(story.backEnd(), this::scheduled);
            case org.plugcharge.secc.session.iso2.Output.Serve _,
                    org.plugcharge.secc.session.iso2.Output.Note _ -> {}
            case org.plugcharge.secc.session.iso2.Output.Keep(PausedSession session) ->
                    kept = Optional.of(session);
            case org.plugcharge.secc.session.iso2.Output.Tell(ChargingEvent event) ->
                    invariants.told(event);
            case org.plugcharge.secc.session.iso2.Output.Arm(var timer, Instant at) -> {
                Instant due = at.minus(clockOffset);
                stationTimers.put(timer, due);
                time.at(due, () -> stationTimer(timer, due));
            }
            case org.plugcharge.secc.session.iso2.Output.Disarm(var timer) ->
                    stationTimers.remove(timer);
            case org.plugcharge.secc.session.iso2.Output.Close _ -> stationCloses();
        }
    }

    private void authorized(Identification identification) {
        boolean known =
                switch (identification) {
                    case Identification.External _ -> true;
                    case Identification.Contract contract ->
                            contract.chain()
                                    .leaf()
                                    .equals(PKI.chain(Iso2Profile.CONTRACT_LEAF).leaf());
                };
        Authorization answer =
                story.refusal().isPresent() || !known
                        ? new Authorization.Rejected(
                                story.refusal().orElse(Authorization.Refusal.REFUSED), "simulated")
                        : new Authorization.Accepted();
        if (answer instanceof Authorization.Accepted) {
            invariants.accepted();
        }
        stationTakes(new org.plugcharge.secc.session.iso2.Input.Authorized(answer));
    }

    private void scheduled() {
        stationTakes(
                new org.plugcharge.secc.session.iso2.Input.Scheduled(
                        story.extras().offers() ? Optional.of(OFFER) : Optional.empty()));
    }

    private void installed(Bytes request, Iso2Profile recipient) {
        Bytes session = Iso2Codec.decode(request).header().sessionId();
        ContractKeyDelivery.Sealed sealed =
                ContractKeyDelivery.seal(
                        PKI.key(Iso2Profile.CONTRACT_LEAF),
                        PKI.certificate(recipient).key(),
                        Entropy.seeded(octets(32), "delivery"));
        ContractData data =
                new ContractData(
                        PKI.chain(Iso2Profile.CONTRACT_LEAF).leaf(),
                        PKI.chain(Iso2Profile.CONTRACT_LEAF).subCertificates(),
                        sealed.encryptedPrivateKey(),
                        sealed.dhPublicKey(),
                        PKI.certificate(Iso2Profile.CONTRACT_LEAF).commonName().orElseThrow());
        V2gMessage answer =
                data.sign(
                        session,
                        PKI.chain(Iso2Profile.CPS_LEAF).leaf(),
                        PKI.chain(Iso2Profile.CPS_LEAF).subCertificates(),
                        PKI.key(Iso2Profile.CPS_LEAF)::sign);
        stationTakes(
                new org.plugcharge.secc.session.iso2.Input.Installed(
                        Optional.of(
                                recipient == Iso2Profile.CONTRACT_LEAF ? update(answer) : answer)));
    }

    private static V2gMessage update(V2gMessage installation) {
        CertificateInstallationRes parts =
                (CertificateInstallationRes) Objects.requireNonNull(installation.body().element());
        return new V2gMessage(
                installation.header(),
                new Body(
                        new CertificateUpdateRes(
                                parts.responseCode(),
                                parts.provisioningChain(),
                                parts.contractChain(),
                                parts.encryptedPrivateKey(),
                                parts.dhPublicKey(),
                                parts.emaid(),
                                null)));
    }

    private void stationTimer(org.plugcharge.secc.session.iso2.Timer timer, Instant at) {
        if (stationTimers.remove(timer, at)) {
            stationTakes(new org.plugcharge.secc.session.iso2.Input.Fired(timer));
        }
    }

    private void hardwareChanged() {
        changes--;
        stationTakes(new org.plugcharge.secc.session.iso2.Input.HardwareChanged());
    }

    private void stationCloses() {
        stationConnected = false;
        arrive(false, () -> carLoses("the station closed the connection"));
    }

    private void carLoses(String reason) {
        if (carConnected) {
            carTakes(new org.plugcharge.evcc.session.iso2.Input.LinkLost(reason));
        }
    }

    private void stationLoses(String reason) {
        if (stationConnected) {
            stationTakes(new org.plugcharge.secc.session.iso2.Input.LinkLost(reason));
        }
    }

    private void loseLink() {
        time.after(Duration.ofMillis(dice.nextInt(0, 500)), () -> carLoses("reset"));
        time.after(Duration.ofMillis(dice.nextInt(0, 500)), () -> stationLoses("reset"));
    }

    private void unplug() {
        evse.pilot(EvseReading.ControlPilot.A);
        carTakes(new org.plugcharge.evcc.session.iso2.Input.Unplugged());
    }
}
