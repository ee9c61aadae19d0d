package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.AcLimits;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseLimits;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.evse.ScheduleOffer;
import org.plugcharge.secc.session.Now;
import org.plugcharge.secc.simulated.SimulatedAcEvse;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.iso2.AcEvChargeParameter;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.DcEvChargeParameter;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvStatus;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.ListOfRootCertificateIds;
import org.plugcharge.v2g.iso2.MessageHeader;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.SelectedServiceList;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;
import org.plugcharge.v2g.xmldsig.Signature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A session in virtual time: sends requests, plays the hardware, remembers every output. */
final class Walk {

    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    static final DcEvStatus EV = new DcEvStatus(true, DcEvErrorCode.NO_ERROR, 42);

    final List<Output> outputs = new ArrayList<>();
    State state;
    Instant at = START;
    ControlPilot pilot = ControlPilot.C;
    Contactor contactor = Contactor.OPEN;
    Isolation isolation = Isolation.UNKNOWN;
    Fault fault = Fault.NONE;
    long wattHours = 1_000;
    private final Random random = new Random(7);

    Walk() {
        this(station(true));
    }

    Walk(Iso2Station station) {
        state = Iso2Session.begin(station);
    }

    static Iso2Station station(boolean encrypted) {
        return station(encrypted, SimulatedEvse.HIGH_POWER, StationPolicy.USUAL);
    }

    static Iso2Station station(boolean encrypted, EvseLimits limits, StationPolicy policy) {
        return new Iso2Station(
                "DE*PLC*E0001",
                encrypted,
                true,
                true,
                true,
                Iso2Station.ContractCheck.CENTRAL,
                limits,
                150_000,
                Duration.ofSeconds(5),
                policy);
    }

    /** A walk to an outlet of three phases, 32 A. */
    static Walk ac() {
        return ac(StationPolicy.USUAL);
    }

    static Walk ac(StationPolicy policy) {
        return new Walk(station(true, SimulatedAcEvse.THREE_PHASES_32_A, policy));
    }

    /** A walk to a DC outlet under another policy. */
    static Walk dc(StationPolicy policy) {
        return new Walk(station(true, SimulatedEvse.HIGH_POWER, policy));
    }

    Now now() {
        EvseReading reading = new EvseReading(pilot, contactor, isolation, 400_000, 100_000, fault);
        return new Now(at, reading, new MeterReading("METER-1", at, wattHours), this::octets);
    }

    private Bytes octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Bytes.of(octets);
    }

    List<Output> input(Input input) {
        Step step = Iso2Session.step(state, input, now());
        state = step.next();
        outputs.addAll(step.outputs());
        return step.outputs();
    }

    /** Sends a request under the session's id; its answer. */
    Iso2Response send(Iso2Request request) {
        return send(request, state.session().id());
    }

    Iso2Response send(Iso2Request request, Bytes sessionId) {
        return answer(request(request, sessionId));
    }

    /** Sends a request that is not answered at once. */
    void sendUnanswered(Iso2Request request) {
        if (!answers(request(request, state.session().id())).isEmpty()) {
            throw new AssertionError("answered at once: " + request);
        }
    }

    private List<Output> request(Iso2Request request, Bytes sessionId) {
        return input(received(request, sessionId, null));
    }

    static Input.Received received(
            Iso2Request request, Bytes sessionId, @Nullable Signature signature) {
        return new Input.Received(
                new V2gMessage(new MessageHeader(sessionId, null, signature), new Body(request)),
                Bytes.EMPTY);
    }

    /** The one answer among the outputs. */
    static Iso2Response answer(List<Output> outputs) {
        List<Iso2Response> answers = answers(outputs);
        if (answers.size() != 1) {
            throw new AssertionError("expected one answer in " + outputs);
        }
        return answers.getFirst();
    }

    private static List<Iso2Response> answers(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Send.class::isInstance)
                .map(sent -> ((Output.Send) sent).message().body().element())
                .map(Iso2Response.class::cast)
                .toList();
    }

    Walk setup() {
        send(new SessionSetupReq(Bytes.fromHex("02aabbccddee")), Session.NONE);
        return this;
    }

    Walk discovered() {
        setup().send(new ServiceDiscoveryReq(null, null));
        return this;
    }

    Walk external() {
        discovered().send(select(PaymentOption.EXTERNAL_PAYMENT, 1));
        return this;
    }

    Walk contract(int... services) {
        discovered().send(select(PaymentOption.CONTRACT, services));
        return this;
    }

    Walk authorized() {
        external().send(new AuthorizationReq(null, null));
        input(new Input.Authorized(new Authorization.Accepted()));
        send(new AuthorizationReq(null, null));
        return this;
    }

    Walk scheduling() {
        authorized().sendUnanswered(parameters());
        return this;
    }

    Walk parametersKnown() {
        scheduling().input(new Input.Scheduled(Optional.empty()));
        return this;
    }

    /** The same with schedules from the back end. */
    Walk offered(ScheduleOffer offer) {
        scheduling().input(new Input.Scheduled(Optional.of(Schedules.of(offer))));
        return this;
    }

    private boolean alternating() {
        return state.session().station().limits() instanceof AcLimits;
    }

    Walk cableChecked() {
        parametersKnown().send(new CableCheckReq(EV));
        isolation = Isolation.VALID;
        send(new CableCheckReq(EV));
        return this;
    }

    Walk preCharged() {
        cableChecked().send(new PreChargeReq(EV, volts(400), amps(2)));
        return this;
    }

    /** Everything is ready for power, with DC or AC. */
    Walk ready() {
        return alternating() ? parametersKnown() : preCharged();
    }

    Walk closingContactor() {
        ready().sendUnanswered(power(ChargeProgress.START));
        return this;
    }

    Walk charging() {
        closingContactor();
        return contactorCloses();
    }

    /** From authorized, however that came, to charging. */
    Walk charge() {
        sendUnanswered(parameters());
        input(new Input.Scheduled(Optional.empty()));
        if (!alternating()) {
            cable();
        }
        sendUnanswered(power(ChargeProgress.START));
        return contactorCloses();
    }

    /** Cable check and pre-charge. */
    void cable() {
        send(new CableCheckReq(EV));
        isolation = Isolation.VALID;
        send(new CableCheckReq(EV));
        send(new PreChargeReq(EV, volts(400), amps(2)));
    }

    Walk contactorCloses() {
        contactor = Contactor.CLOSED;
        input(new Input.HardwareChanged());
        return this;
    }

    /** What goes round while energy flows. */
    Iso2Request loopRequest() {
        return alternating() ? new ChargingStatusReq() : demand(120);
    }

    Walk openingContactor() {
        charging().sendUnanswered(power(ChargeProgress.STOP));
        return this;
    }

    Walk stopped() {
        openingContactor();
        contactor = Contactor.OPEN;
        pilot = ControlPilot.B;
        input(new Input.HardwareChanged());
        return this;
    }

    static PaymentServiceSelectionReq select(PaymentOption option, int... services) {
        List<SelectedService> selected = new ArrayList<>();
        for (int service : services) {
            selected.add(new SelectedService(service, null));
        }
        return new PaymentServiceSelectionReq(option, new SelectedServiceList(selected));
    }

    Walk renegotiating() {
        charging().send(power(ChargeProgress.RENEGOTIATE));
        return this;
    }

    Walk renegotiated() {
        renegotiating().send(parameters());
        input(new Input.Scheduled(Optional.empty()));
        send(parameters());
        return this;
    }

    /** What fits the outlet. */
    ChargeParameterDiscoveryReq parameters() {
        return alternating() ? acParameters(32) : dcParameters();
    }

    static ChargeParameterDiscoveryReq acParameters(int amps) {
        return new ChargeParameterDiscoveryReq(
                null,
                EnergyTransferMode.AC_THREE_PHASE_CORE,
                new AcEvChargeParameter(
                        null,
                        PhysicalValue.of(20_000, UnitSymbol.WATT_HOUR),
                        volts(400),
                        amps(amps),
                        amps(6)));
    }

    static ChargeParameterDiscoveryReq dcParameters() {
        return new ChargeParameterDiscoveryReq(
                null,
                EnergyTransferMode.DC_EXTENDED,
                new DcEvChargeParameter(
                        null, EV, amps(300), null, volts(420), null, null, null, null));
    }

    static PowerDeliveryReq power(ChargeProgress progress) {
        return new PowerDeliveryReq(progress, 1, null, null);
    }

    static CurrentDemandReq demand(int amps) {
        return new CurrentDemandReq(
                EV, amps(amps), null, null, null, null, false, null, null, volts(400));
    }

    static PhysicalValue volts(int volts) {
        return PhysicalValue.of(volts, UnitSymbol.VOLT);
    }

    static PhysicalValue amps(int amps) {
        return PhysicalValue.of(amps, UnitSymbol.AMPERE);
    }

    /** One of every request there is. */
    static List<Iso2Request> everyRequest() {
        CertificateChain chain = new CertificateChain(null, Bytes.of((byte) 1), null);
        ListOfRootCertificateIds roots = new ListOfRootCertificateIds(List.of());
        return List.of(
                new SessionSetupReq(Bytes.fromHex("02aabbccddee")),
                new ServiceDiscoveryReq(null, null),
                new ServiceDetailReq(2),
                select(PaymentOption.EXTERNAL_PAYMENT, 1),
                new PaymentDetailsReq("DE8AA0012345670", chain),
                new CertificateInstallationReq("id1", Bytes.of((byte) 1), roots),
                new CertificateUpdateReq("id1", chain, "DE8AA0012345670", roots),
                new AuthorizationReq(null, null),
                dcParameters(),
                new CableCheckReq(EV),
                new PreChargeReq(EV, volts(400), amps(2)),
                power(ChargeProgress.START),
                demand(100),
                new WeldingDetectionReq(EV),
                new ChargingStatusReq(),
                new MeteringReceiptReq(
                        null,
                        Bytes.of(new byte[8]),
                        null,
                        new MeterInfo("M", null, null, null, null)),
                new SessionStopReq(ChargingSession.TERMINATE));
    }

    List<ChargingEvent> told() {
        return outputs.stream()
                .filter(Output.Tell.class::isInstance)
                .map(tell -> ((Output.Tell) tell).event())
                .toList();
    }

    List<EvseCommand> commands() {
        return outputs.stream()
                .filter(Output.Command.class::isInstance)
                .map(command -> ((Output.Command) command).command())
                .toList();
    }
}
