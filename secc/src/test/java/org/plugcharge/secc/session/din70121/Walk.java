package org.plugcharge.secc.session.din70121;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.session.Now;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.CertificateChain;
import org.plugcharge.v2g.din70121.CertificateInstallationReq;
import org.plugcharge.v2g.din70121.CertificateUpdateReq;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ChargingProfile;
import org.plugcharge.v2g.din70121.ChargingStatusReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.DcEvChargeParameter;
import org.plugcharge.v2g.din70121.DcEvErrorCode;
import org.plugcharge.v2g.din70121.DcEvStatus;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.ListOfRootCertificateIds;
import org.plugcharge.v2g.din70121.MeterInfo;
import org.plugcharge.v2g.din70121.MeteringReceiptReq;
import org.plugcharge.v2g.din70121.PaymentDetailsReq;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PreChargeReq;
import org.plugcharge.v2g.din70121.ProfileEntry;
import org.plugcharge.v2g.din70121.SelectedService;
import org.plugcharge.v2g.din70121.SelectedServiceList;
import org.plugcharge.v2g.din70121.ServiceDetailReq;
import org.plugcharge.v2g.din70121.ServiceDiscoveryReq;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionReq;
import org.plugcharge.v2g.din70121.SessionSetupReq;
import org.plugcharge.v2g.din70121.SessionStopReq;
import org.plugcharge.v2g.din70121.UnitSymbol;
import org.plugcharge.v2g.din70121.V2gMessage;
import org.plugcharge.v2g.din70121.WeldingDetectionReq;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A session in virtual time: sends requests, plays the hardware, remembers every output. Whatever
 * the station says goes through the codec, so that nothing is said that can't be.
 */
final class Walk {

    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    static final DcEvStatus EV = new DcEvStatus(true, null, null, DcEvErrorCode.NO_ERROR, 42);

    final List<Output> outputs = new ArrayList<>();
    State state;
    Instant at = START;
    ControlPilot pilot = ControlPilot.C;
    Contactor contactor = Contactor.OPEN;
    Isolation isolation = Isolation.UNKNOWN;
    Fault fault = Fault.NONE;
    int availableMilliAmps = EvseReading.UNLIMITED;
    private final Random random = new Random(7);

    Walk() {
        state =
                Din70121Session.begin(
                        new DinStation(
                                DinEvseId.of("49*89*6360"),
                                SimulatedEvse.HIGH_POWER,
                                150_000,
                                Duration.ofSeconds(5)));
    }

    Now now() {
        EvseReading reading =
                new EvseReading(
                        pilot,
                        contactor,
                        isolation,
                        400_000,
                        100_000,
                        fault,
                        EvseReading.Lock.NONE,
                        availableMilliAmps);
        return new Now(at, reading, new MeterReading("METER-1", at, 1_000), this::octets);
    }

    private Bytes octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Bytes.of(octets);
    }

    List<Output> input(Input input) {
        Step step = Din70121Session.step(state, input, now());
        state = step.next();
        outputs.addAll(step.outputs());
        return step.outputs();
    }

    /** Sends a request under the session's id; its answer. */
    Din70121Response send(Din70121Request request) {
        return send(request, state.session().id());
    }

    Din70121Response send(Din70121Request request, Bytes sessionId) {
        return answer(input(new Input.Received(V2gMessage.of(sessionId, request))));
    }

    /** Sends a request that is not answered at once. */
    Walk ask(Din70121Request request) {
        List<Output> done = input(new Input.Received(V2gMessage.of(state.session().id(), request)));
        if (!answers(done).isEmpty()) {
            throw new AssertionError("answered at once: " + request);
        }
        return this;
    }

    /** The one answer among the outputs. */
    static Din70121Response answer(List<Output> outputs) {
        List<Din70121Response> answers = answers(outputs);
        if (answers.size() != 1) {
            throw new AssertionError("expected one answer in " + outputs);
        }
        return answers.getFirst();
    }

    static List<Din70121Response> answers(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Send.class::isInstance)
                .map(sent -> Din70121Codec.encode(((Output.Send) sent).message()))
                .map(exi -> (Din70121Response) Din70121Codec.decode(exi).body().element())
                .toList();
    }

    Walk setup() {
        send(new SessionSetupReq(Bytes.fromHex("02aabbccddee")), Bytes.of((byte) 0));
        return this;
    }

    Walk discovered() {
        setup().send(new ServiceDiscoveryReq(null, null));
        return this;
    }

    Walk selected() {
        discovered().send(select(PaymentOption.EXTERNAL_PAYMENT, 1));
        return this;
    }

    Walk authorized() {
        selected().send(new ContractAuthenticationReq(null, null));
        input(new Input.Authorized(new Authorization.Accepted()));
        send(new ContractAuthenticationReq(null, null));
        return this;
    }

    Walk scheduling() {
        return authorized().ask(parameters());
    }

    Walk waitingForSchedule() {
        scheduling().input(new Input.Fired(Timer.SCHEDULE_ANSWER));
        return this;
    }

    Walk agreed() {
        return agreed(Optional.empty());
    }

    Walk agreed(Optional<ChargingSchedule> schedule) {
        scheduling().input(new Input.Scheduled(schedule));
        return this;
    }

    Walk checkingCable() {
        agreed().send(new CableCheckReq(EV));
        return this;
    }

    Walk cableChecked() {
        checkingCable();
        isolation = Isolation.VALID;
        send(new CableCheckReq(EV));
        return this;
    }

    Walk preCharged() {
        cableChecked().send(preCharge(400));
        return this;
    }

    Walk closingContactor() {
        return preCharged().ask(power(true));
    }

    Walk charging() {
        closingContactor();
        contactor = Contactor.CLOSED;
        input(new Input.HardwareChanged());
        return this;
    }

    Walk openingContactor() {
        return charging().ask(power(false));
    }

    Walk stopped() {
        openingContactor();
        contactor = Contactor.OPEN;
        input(new Input.HardwareChanged());
        return this;
    }

    /** Something of the hardware changes. */
    Walk happens(Runnable change) {
        change.run();
        input(new Input.HardwareChanged());
        return this;
    }

    static ServicePaymentSelectionReq select(PaymentOption option, Integer... services) {
        return new ServicePaymentSelectionReq(
                option,
                new SelectedServiceList(
                        Arrays.stream(services)
                                .map(service -> new SelectedService(service, null))
                                .toList()));
    }

    static ChargeParameterDiscoveryReq parameters() {
        return parameters(EvRequestedEnergyTransfer.DC_EXTENDED, 420);
    }

    static ChargeParameterDiscoveryReq parameters(EvRequestedEnergyTransfer type, int volts) {
        return new ChargeParameterDiscoveryReq(
                type,
                new DcEvChargeParameter(EV, amps(300), null, volts(volts), null, null, null, null));
    }

    static PreChargeReq preCharge(int volts) {
        return new PreChargeReq(EV, volts(volts), amps(2));
    }

    static PowerDeliveryReq power(boolean on) {
        return new PowerDeliveryReq(on, null, null);
    }

    static PowerDeliveryReq power(int schedule, int watts) {
        return new PowerDeliveryReq(
                true, new ChargingProfile(schedule, List.of(new ProfileEntry(0, watts))), null);
    }

    static CurrentDemandReq demand(int amps) {
        return demand(400, amps);
    }

    static CurrentDemandReq demand(int volts, int amps) {
        return new CurrentDemandReq(
                EV, amps(amps), null, null, null, null, false, null, null, volts(volts));
    }

    static PhysicalValue volts(int volts) {
        return PhysicalValue.of(volts, UnitSymbol.VOLT);
    }

    static PhysicalValue amps(int amps) {
        return PhysicalValue.of(amps, UnitSymbol.AMPERE);
    }

    /** One of every request there is. */
    static List<Din70121Request> everyRequest() {
        CertificateChain chain = new CertificateChain(Bytes.of((byte) 1), null);
        ListOfRootCertificateIds roots = new ListOfRootCertificateIds(List.of("root"));
        return List.of(
                new SessionSetupReq(Bytes.fromHex("02aabbccddee")),
                new ServiceDiscoveryReq(null, null),
                new ServiceDetailReq(2),
                select(PaymentOption.EXTERNAL_PAYMENT, 1),
                new PaymentDetailsReq("DE8AA001234567", chain),
                new CertificateInstallationReq(
                        "id1", Bytes.of((byte) 1), roots, Bytes.of((byte) 1)),
                new CertificateUpdateReq("id1", chain, "C1", roots, Bytes.of((byte) 1)),
                new ContractAuthenticationReq(null, null),
                parameters(),
                new CableCheckReq(EV),
                preCharge(400),
                power(true),
                demand(100),
                new WeldingDetectionReq(EV),
                new ChargingStatusReq(),
                new MeteringReceiptReq(
                        null,
                        Bytes.of(new byte[8]),
                        null,
                        new MeterInfo("M", null, null, null, null)),
                new SessionStopReq());
    }

    List<ChargingEvent> told() {
        return outputs.stream()
                .filter(Output.Tell.class::isInstance)
                .map(tell -> ((Output.Tell) tell).event())
                .toList();
    }

    /** What was asked of the output; {@link #oscillatorStops} is the pilot's. */
    List<EvseCommand> commands() {
        return everyCommand()
                .filter(command -> !(command instanceof EvseCommand.StopOscillator))
                .toList();
    }

    /** How long the oscillator was to run on, each time it was to stop. */
    List<Duration> oscillatorStops() {
        return everyCommand()
                .filter(EvseCommand.StopOscillator.class::isInstance)
                .map(stop -> ((EvseCommand.StopOscillator) stop).after())
                .toList();
    }

    private Stream<EvseCommand> everyCommand() {
        return outputs.stream()
                .filter(Output.Command.class::isInstance)
                .map(command -> ((Output.Command) command).command());
    }
}
