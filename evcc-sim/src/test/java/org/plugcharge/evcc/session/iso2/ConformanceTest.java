package org.plugcharge.evcc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.AcEvChargeParameter;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.DcEvChargeParameter;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.MeteringReceiptRes;
import org.plugcharge.v2g.iso2.PMaxSchedule;
import org.plugcharge.v2g.iso2.PMaxScheduleEntry;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentOptionList;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.RelativeTimeInterval;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SaScheduleTuple;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.Service;
import org.plugcharge.v2g.iso2.ServiceCategory;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.ServiceList;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cases of ISO 15118-4 for a vehicle, played on the core in virtual time. What each does is a
 * row of conformance.tsv: the current, the payment, what went before, the request that is due, what
 * the station does, and whether the car asks or leaves.
 */
class ConformanceTest {

    private static final int INTERNET = 3;
    private static final Duration STAY = Duration.ofHours(2);
    private static final int FIRST = 7;
    private static final int CHEAP = 8;

    static Stream<Case> cases() {
        return Case.all().stream().filter(Case::played);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseGoesAsItShould(Case row) {
        for (boolean alternating : row.currents()) {
            for (boolean contract : row.payments()) {
                new Play(row, alternating, contract).run();
            }
        }
    }

    /** One row with one current and one payment. */
    private static final class Play {

        private final Case row;
        private final boolean alternating;
        private final boolean contract;
        private final Ride ride;
        private boolean receipted;

        Play(Case row, boolean alternating, boolean contract) {
            this.row = row;
            this.alternating = alternating;
            this.contract = contract;
            this.ride = new Ride(plan());
        }

        void run() {
            ride.input(new Input.Begin(true));
            Iso2Body asked = reach();
            if (row.expected().equals("closed")) {
                disturb(asked);
                left(asked);
            } else if (!row.due().equals("SupportedAppProtocol")) {
                assertThat(row.expected()).isEqualTo("sent");
                fits(asked);
            }
        }

        private VehiclePlan plan() {
            VehiclePlan paying = contract ? byContract() : Ride.eim();
            VehiclePlan wishing = paying.wishing(wishes());
            VehiclePlan charging =
                    alternating ? wishing.alternating(OnBoardCharger.ELEVEN_KILOWATTS) : wishing;
            return row.story().equals("resumed") ? charging.resuming(Station.SESSION) : charging;
        }

        private VehiclePlan byContract() {
            boolean update = row.due().equals("CertificateUpdate") || row.with("updated");
            boolean install =
                    row.due().equals("CertificateInstallation")
                            || row.due().equals("ServiceDetail")
                            || row.with("installed")
                            || row.with("details");
            if (update) {
                return Ride.updating();
            }
            return install ? Ride.installing() : Ride.pnc();
        }

        private Wishes wishes() {
            Wishes wishes = Wishes.NONE;
            if (row.with("departure")) {
                wishes = wishes.leavingAfter(STAY);
            }
            if (!contract && (row.with("details") || row.due().equals("ServiceDetail"))) {
                wishes = wishes.with(Set.of(INTERNET));
            }
            if (row.with("pause")) {
                wishes = wishes.pausing();
            }
            if (row.with("no-welding-detection")) {
                wishes = wishes.withoutWeldingDetection();
            }
            if (row.with("car-wants") || row.story().equals("renegotiated")) {
                wishes = wishes.renegotiatingAfter(1);
            }
            return row.with("no-cable-check") ? wishes.withoutCableCheckAgain() : wishes;
        }

        /** Lets the session go on until the request of the row is out; the request. */
        private Iso2Body reach() {
            if (row.due().equals("SupportedAppProtocol")) {
                return handshake();
            }
            boolean again = row.story().equals("renegotiated");
            int seen = 0;
            for (int i = 0; i < 100; i++) {
                Optional<Iso2Body> due = ride.sent().stream().filter(this::isDue).findFirst();
                if (due.isPresent() && ++seen > (again ? 1 : 0)) {
                    return due.get();
                }
                proceed();
            }
            throw new AssertionError("never sent: " + row + ", in " + ride.state);
        }

        private Iso2Body handshake() {
            Output.SendHandshake sent =
                    (Output.SendHandshake)
                            ride.last.stream()
                                    .filter(Output.SendHandshake.class::isInstance)
                                    .findFirst()
                                    .orElseThrow();
            assertThat(sent.request().appProtocols())
                    .anyMatch(offer -> offer.protocolNamespace().equals(Iso2Namespaces.MESSAGE));
            return Station.sessionStop();
        }

        private boolean isDue(Iso2Body body) {
            return switch (row.due()) {
                case "PowerDeliveryStart" -> delivery(body, ChargeProgress.START);
                case "PowerDeliveryStop" -> delivery(body, ChargeProgress.STOP);
                case "PowerDeliveryRenegotiate" -> delivery(body, ChargeProgress.RENEGOTIATE);
                case String name -> body.getClass().getSimpleName().equals(name + "Req");
            };
        }

        private static boolean delivery(Iso2Body body, ChargeProgress progress) {
            return body instanceof PowerDeliveryReq request && request.progress() == progress;
        }

        private void proceed() {
            switch (ride.stage()) {
                case Stage.AwaitServiceDiscovery _ -> ride.answer(offer());
                case Stage.AwaitChargeParameters _ -> answerSigned(schedules());
                case Stage.AwaitCurrentDemand _, Stage.AwaitChargingStatus _ -> loop();
                case Stage.AwaitMeteringReceipt _ -> {
                    receipted = true;
                    ride.answer(receipt());
                }
                case Stage other -> ride.proceed();
            }
        }

        private void answerSigned(Iso2Response response) {
            ride.input(
                    new Input.Received(
                            V2gMessage.signed(Station.SESSION, Station.SIGNATURE, response)));
        }

        private ServiceDiscoveryRes offer() {
            ServiceDiscoveryRes usual = alternating ? Station.acServices() : Station.services();
            List<Service> services =
                    new ArrayList<>(Objects.requireNonNull(usual.services()).services());
            services.add(
                    new Service(INTERNET, "InternetAccess", ServiceCategory.INTERNET, null, true));
            return new ServiceDiscoveryRes(
                    ResponseCode.OK,
                    new PaymentOptionList(
                            List.of(PaymentOption.CONTRACT, PaymentOption.EXTERNAL_PAYMENT)),
                    usual.chargeService(),
                    new ServiceList(services));
        }

        private ChargeParameterDiscoveryRes schedules() {
            ChargeParameterDiscoveryRes usual =
                    alternating ? Station.acParameters() : Station.parameters();
            if (row.with("tariff")) {
                return Station.with(
                        usual,
                        new SaScheduleTuple(FIRST, power(120_000, 120_000), price("id1", 9)),
                        new SaScheduleTuple(CHEAP, power(120_000, 120_000), price("id2", 1)));
            }
            boolean now = row.with("no-power-now");
            boolean later = row.with("no-power-later");
            return Station.with(
                    usual,
                    new SaScheduleTuple(
                            FIRST, power(now ? 0 : 120_000, later ? 0 : 120_000), null));
        }

        private static org.plugcharge.v2g.iso2.SalesTariff price(String id, int level) {
            return Station.tariff(id, level);
        }

        private static PMaxSchedule power(int watts, int wattsLater) {
            return new PMaxSchedule(
                    List.of(
                            new PMaxScheduleEntry(
                                    new RelativeTimeInterval(0, null),
                                    PhysicalValue.of(watts, UnitSymbol.WATT)),
                            new PMaxScheduleEntry(
                                    new RelativeTimeInterval(60, 86_340L),
                                    PhysicalValue.of(wattsLater, UnitSymbol.WATT))));
        }

        /** The loop, with what the station wants in it. */
        private void loop() {
            boolean receipt =
                    (row.with("receipt") || row.due().equals("MeteringReceipt")) && !receipted;
            EvseNotification wish = receipt ? EvseNotification.NONE : wish();
            if (row.with("no-power-later")) {
                ride.after(Duration.ofMinutes(2));
            }
            ride.answer(
                    alternating
                            ? Station.chargingStatus(Station.acStatus(wish, false), receipt, 16)
                            : Station.currentDemand(
                                    Station.status(wish, DcEvseStatusCode.READY), receipt));
        }

        private EvseNotification wish() {
            if (row.with("stop-charging")) {
                return EvseNotification.STOP_CHARGING;
            }
            boolean other = row.with("station-wants") && !row.with("receipt");
            return other ? EvseNotification.RENEGOTIATION : EvseNotification.NONE;
        }

        private MeteringReceiptRes receipt() {
            EvseNotification wish =
                    row.with("station-wants")
                            ? EvseNotification.RENEGOTIATION
                            : EvseNotification.NONE;
            return new MeteringReceiptRes(
                    ResponseCode.OK,
                    alternating
                            ? Station.acStatus(wish, false)
                            : Station.status(wish, DcEvseStatusCode.READY));
        }

        /** What the station does in place of the right answer. */
        private void disturb(Iso2Body asked) {
            switch (row.given()) {
                case "order" ->
                        ride.answer(
                                row.due().equals("PaymentServiceSelection")
                                        ? Station.authorization(EvseProcessing.FINISHED)
                                        : Station.selection());
                case "silence" -> ride.fire(Timer.MESSAGE);
                case "ongoing" -> ongoing();
                case "pilot-E", "pilot-F" -> {
                    proceed();
                    ride.input(new Input.PilotFault());
                }
                case String code -> refuse(asked, code);
            }
        }

        private void refuse(Iso2Body asked, String code) {
            if (row.due().equals("SupportedAppProtocol")) {
                ride.input(
                        new Input.Handshake(
                                new org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes(
                                        org.plugcharge.v2g.appprotocol.AppProtocolResponseCode
                                                .FAILED_NO_NEGOTIATION,
                                        null)));
                return;
            }
            String expected = ((Stage.Awaiting) ride.stage()).expected();
            assertThat(expected)
                    .isEqualTo(asked.getClass().getSimpleName().replaceAll("Req$", "Res"));
            ride.answer(refusing(expected, ResponseCode.valueOf(code)));
        }

        /** A station that never finishes: the request is repeated until the car has enough. */
        private void ongoing() {
            Timer timer =
                    switch (row.due()) {
                        case "CableCheck" -> Timer.CABLE_CHECK;
                        case "PreCharge" -> Timer.PRE_CHARGE;
                        default -> Timer.ONGOING;
                    };
            for (int i = 0; i < 3; i++) {
                ride.answer(
                        switch (row.due()) {
                            case "CableCheck" ->
                                    Station.cableCheck(
                                            EvseProcessing.ONGOING, IsolationLevel.INVALID);
                            case "PreCharge" ->
                                    Station.preCharge(PhysicalValue.of(1, UnitSymbol.VOLT));
                            case "Authorization" -> Station.authorization(EvseProcessing.ONGOING);
                            default -> waiting();
                        });
                ride.fire(Timer.PACE);
            }
            ride.fire(timer);
        }

        private ChargeParameterDiscoveryRes waiting() {
            ChargeParameterDiscoveryRes usual =
                    alternating ? Station.acParameters() : Station.parameters();
            return new ChargeParameterDiscoveryRes(
                    ResponseCode.OK, EvseProcessing.ONGOING, null, usual.chargeParameter());
        }

        /** The end: contactors open, pilot B, connection closed, and the reason known. */
        private void left(Iso2Body asked) {
            assertThat(ride.state).as("%s", row).isInstanceOf(State.Done.class);
            assertThat(ride.all.getLast()).isInstanceOf(Output.Close.class);
            assertThat(ride.timers).isEmpty();
            assertThat(last(Output.SetControlPilot.class))
                    .isNotEqualTo(Optional.of(new Output.SetControlPilot(ControlPilot.C)));
            assertThat(last(Output.MoveContactors.class))
                    .isNotEqualTo(Optional.of(new Output.MoveContactors(true)));
            Failure failure = (Failure) ((Ending.Failed) ride.ending()).failure();
            switch (row.given()) {
                case "order" -> assertThat(failure).isInstanceOf(Failure.Unexpected.class);
                case "silence" ->
                        assertThat(((Failure.NoAnswer) failure).limit())
                                .isEqualTo(
                                        asked instanceof Iso2Request request
                                                ? Timeouts.of(request)
                                                : Timeouts.APP_PROTOCOL);
                case "ongoing" -> assertThat(failure).isInstanceOf(Failure.TooSlow.class);
                case "pilot-E", "pilot-F" ->
                        assertThat(failure).isEqualTo(new Failure.PilotFault());
                case "FAILED_NO_NEGOTIATION" ->
                        assertThat(failure).isEqualTo(new Failure.NoProtocol());
                case String code ->
                        assertThat(((Failure.Refused) failure).code())
                                .isEqualTo(ResponseCode.valueOf(code));
            }
        }

        private <O extends Output> Optional<Output> last(Class<O> kind) {
            return ride.all.stream()
                    .filter(kind::isInstance)
                    .map(Output.class::cast)
                    .reduce((_, later) -> later);
        }

        /** What the request says. */
        private void fits(Iso2Body asked) {
            V2gMessage message = ((Output.Send) last(Output.Send.class).orElseThrow()).message();
            boolean signed = message.header().signature() != null;
            switch (asked) {
                case org.plugcharge.v2g.iso2.SessionSetupReq _ ->
                        assertThat(message.header().sessionId())
                                .isEqualTo(
                                        row.story().equals("resumed")
                                                ? Station.SESSION
                                                : Bytes.of((byte) 0));
                case PaymentServiceSelectionReq choice -> chosen(choice);
                case org.plugcharge.v2g.iso2.CertificateInstallationReq _,
                        org.plugcharge.v2g.iso2.CertificateUpdateReq _ ->
                        assertThat(signed).isTrue();
                case org.plugcharge.v2g.iso2.PaymentDetailsReq details ->
                        assertThat(details.emaid())
                                .isEqualTo(
                                        (row.with("installed") || row.with("updated")
                                                        ? Ride.DELIVERED
                                                        : Ride.CONTRACT)
                                                .emaid());
                case AuthorizationReq request -> {
                    assertThat(signed).isEqualTo(contract);
                    assertThat(request.genChallenge())
                            .isEqualTo(contract ? Station.CHALLENGE : null);
                }
                case ChargeParameterDiscoveryReq request -> asksForTheSame(request);
                case PowerDeliveryReq request -> power(request);
                case MeteringReceiptReq receipt -> {
                    assertThat(signed).isTrue();
                    assertThat(receipt.sessionId()).isEqualTo(Station.SESSION);
                    assertThat(receipt.meterInfo().reading()).isEqualTo(1_000L);
                }
                case org.plugcharge.v2g.iso2.WeldingDetectionReq _ -> pilotShows(ControlPilot.B);
                case SessionStopReq stop -> goodBye(stop);
                case org.plugcharge.v2g.iso2.CableCheckReq _ -> pilotShows(ControlPilot.C);
                case Iso2Body other -> assertThat(ride.state).isInstanceOf(State.Active.class);
            }
        }

        private void pilotShows(ControlPilot pilot) {
            assertThat(last(Output.SetControlPilot.class))
                    .contains(new Output.SetControlPilot(pilot));
        }

        private void chosen(PaymentServiceSelectionReq choice) {
            assertThat(choice.paymentOption())
                    .isEqualTo(contract ? PaymentOption.CONTRACT : PaymentOption.EXTERNAL_PAYMENT);
            List<Integer> services =
                    choice.services().services().stream().map(SelectedService::serviceId).toList();
            assertThat(services).contains(1);
            assertThat(services.size() > 1).isEqualTo(row.with("details"));
        }

        private void asksForTheSame(ChargeParameterDiscoveryReq request) {
            assertThat(request.energyTransferMode())
                    .isEqualTo(
                            alternating
                                    ? EnergyTransferMode.AC_THREE_PHASE_CORE
                                    : EnergyTransferMode.DC_EXTENDED);
            Long departure =
                    switch (request.chargeParameter()) {
                        case DcEvChargeParameter dc -> dc.departureTime();
                        case AcEvChargeParameter ac -> ac.departureTime();
                    };
            assertThat(departure).isEqualTo(row.with("departure") ? STAY.toSeconds() : null);
        }

        private void power(PowerDeliveryReq request) {
            assertThat(request.scheduleTupleId())
                    .isEqualTo(row.with("tariff") && contract ? CHEAP : FIRST);
            switch (request.progress()) {
                case START -> {
                    pilotShows(ControlPilot.C);
                    assertThat(request.chargingProfile()).isNotNull();
                    if (row.with("cable-check-again")) {
                        assertThat(count("CableCheckReq")).isEqualTo(2);
                    }
                    if (row.with("no-cable-check")) {
                        assertThat(count("CableCheckReq")).isEqualTo(1);
                    }
                }
                case STOP -> {
                    if (alternating) {
                        pilotShows(ControlPilot.B);
                    }
                    assertThat(row.with("receipt")).isEqualTo(receipted);
                }
                case RENEGOTIATE -> assertThat(row.with("receipt")).isEqualTo(receipted);
            }
        }

        private long count(String request) {
            return ride.all.stream()
                    .filter(Output.Send.class::isInstance)
                    .map(sent -> ((Output.Send) sent).message().body().element())
                    .filter(body -> body != null)
                    .filter(body -> body.getClass().getSimpleName().equals(request))
                    .count();
        }

        private void goodBye(SessionStopReq stop) {
            assertThat(stop.chargingSession())
                    .isEqualTo(
                            row.with("pause") ? ChargingSession.PAUSE : ChargingSession.TERMINATE);
            pilotShows(ControlPilot.B);
            assertThat(count("WeldingDetectionReq"))
                    .isEqualTo(alternating || row.with("no-welding-detection") ? 0 : 1);
            ride.proceed();
            assertThat(ride.all.getLast()).isInstanceOf(Output.Close.class);
            assertThat(ride.ending()).isInstanceOf(Ending.Completed.class);
            assertThat(ride.all.contains(new Output.KeepSession(Station.SESSION)))
                    .isEqualTo(row.with("pause"));
        }
    }

    /** The response of this name with another code. */
    private static Iso2Response refusing(String name, ResponseCode code) {
        return Station.all().stream()
                .filter(response -> response.getClass().getSimpleName().equals(name))
                .findFirst()
                .map(response -> with(response, code))
                .orElseThrow();
    }

    private static Iso2Response with(Iso2Response response, ResponseCode code) {
        try {
            RecordComponent[] components = response.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] =
                        components[i].getType() == ResponseCode.class
                                ? code
                                : components[i].getAccessor().invoke(response);
            }
            return (Iso2Response)
                    response.getClass()
                            .getDeclaredConstructor(
                                    Arrays.stream(components)
                                            .map(RecordComponent::getType)
                                            .toArray(Class<?>[]::new))
                            .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
