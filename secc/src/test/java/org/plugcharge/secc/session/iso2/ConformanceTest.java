package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.session.AppProtocolNegotiation;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.ChargingStatusRes;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvChargeParameter;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.iso2.DcEvStatus;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.PMaxScheduleEntry;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.ProfileEntry;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDetailRes;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cases of ISO 15118-4 for a station, played on the core in virtual time. What each does is a
 * row of conformance.tsv: the current, the payment, what went before, the request that is due, what
 * comes instead, and what must follow.
 */
class ConformanceTest {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    static Stream<Case> cases() {
        return Case.all().stream().filter(Case::played);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseIsAnsweredAsItShould(Case row) {
        for (boolean alternating : row.currents()) {
            for (boolean contract : row.payments()) {
                new Play(row, alternating, contract).run();
            }
        }
    }

    /** One row with one current and one payment. */
    private record Play(Case row, boolean alternating, boolean contract) {

        void run() {
            if (row.due().equals("Handshake")) {
                handshake();
                return;
            }
            Course course = course();
            switch (row.expected()) {
                case "closed" -> closes(course.upTo(row.due()));
                default -> answers(course.upTo(row.due()));
            }
        }

        private Course course() {
            return new Course(alternating, contract, row);
        }

        private void handshake() {
            AppProtocol ours = new AppProtocol("urn:iso:15118:2:2013:MsgDef", 2, 0, 7, 1);
            AppProtocol newer = new AppProtocol("urn:iso:15118:2:2013:MsgDef", 2, 9, 8, 1);
            AppProtocol foreign = new AppProtocol("urn:example:other", 1, 0, 9, 2);
            List<AppProtocol> offered =
                    switch (row.given()) {
                        case "good" -> List.of(ours);
                        case "several-protocols" -> List.of(foreign, ours);
                        case "minor-deviation" -> List.of(newer);
                        case "foreign-namespace" -> List.of(foreign);
                        default -> throw new AssertionError(row);
                    };
            AppProtocolNegotiation.Choice choice =
                    AppProtocolNegotiation.choose(
                            new SupportedAppProtocolReq(offered),
                            List.of(AppProtocolNegotiation.Protocol.ISO2));
            assertThat(choice.answer().responseCode().name()).isEqualTo(row.expected());
            assertThat(choice.protocol().isPresent())
                    .isEqualTo(!row.expected().equals("FAILED_NO_NEGOTIATION"));
        }

        /** Silence, or a pilot that is gone: no answer, and the end. */
        private void closes(Course course) {
            Walk walk = course.walk;
            State before = walk.state;
            if (row.given().startsWith("pilot-")) {
                walk.pilot = ControlPilot.valueOf(row.given().substring("pilot-".length()));
                walk.input(new Input.HardwareChanged());
            } else {
                Timer timer =
                        walk.state instanceof AwaitSessionSetup
                                ? Timer.COMMUNICATION_SETUP
                                : Timer.SEQUENCE;
                walk.at = walk.at.plus(timer.duration());
                walk.input(new Input.Fired(timer));
            }
            assertThat(walk.state).isInstanceOf(Closed.class);
            assertThat(walk.outputs.getLast()).isInstanceOf(Output.Close.class);
            safe(walk, before);
        }

        private void answers(Course course) {
            State before = course.walk.state;
            Iso2Request request = request(course);
            List<Output> outputs = send(course, request);
            Iso2Response answer = await(course, request, outputs);
            assertThat(answer.getClass().getSimpleName())
                    .isEqualTo(request.getClass().getSimpleName().replaceAll("Req$", "Res"));
            if (row.given().contains("never-decided")) {
                answer = afterLongWait(course);
            }
            assertThat(answer.responseCode()).as("%s", row).isEqualTo(code());
            if (code().failed()) {
                hangsUp(course.walk, before);
            } else {
                fits(course, answer);
            }
        }

        private ResponseCode code() {
            return ResponseCode.valueOf(row.expected());
        }

        /** What is sent: the request that is due, or what the row has in its place. */
        private Iso2Request request(Course course) {
            String due = row.due();
            return switch (row.given()) {
                case "order" ->
                        due.equals("ServiceDiscovery")
                                ? new AuthorizationReq(null, null)
                                : new ServiceDiscoveryReq(null, null);
                case "unknown-service" ->
                        due.equals("ServiceDetail")
                                ? new ServiceDetailReq(99)
                                : Walk.select(course.payment(), 1, 99);
                case "no-charging" -> Walk.select(course.payment(), Course.INTERNET);
                case "payment-not-offered" -> Walk.select(other(course.payment()), 1);
                case "internet" -> new ServiceDetailReq(Course.INTERNET);
                case "certificate" -> new ServiceDetailReq(2);
                case "expired", "wrong-domain", "expired-sub-ca-1", "expired-sub-ca-2" ->
                        Contracts.evil(row.given()).request();
                case "challenge" ->
                        new AuthorizationReq("id1", org.plugcharge.exi.Bytes.of(new byte[16]));
                case "wrong-mode" -> wrongMode(course.walk.parameters());
                case "negative-current" ->
                        alternating ? Walk.acParameters(-100) : negative(Walk.dcParameters());
                case "unknown-schedule" ->
                        new PowerDeliveryReq(ChargeProgress.START, 99, null, null);
                case "profile" -> new PowerDeliveryReq(ChargeProgress.START, 1, tooMuch(), null);
                case "renegotiate-too-early" -> Walk.power(ChargeProgress.RENEGOTIATE);
                case "reading" ->
                        Receipts.receipt(
                                course.walk, new MeterInfo("METER-1", 999L, null, null, null));
                case String given when given.startsWith("ev-error:") ->
                        stopBecause(given.substring("ev-error:".length()));
                case String given when due.equals("ChargeParameterDiscovery") ->
                        asking(course.walk.parameters(), given);
                case String usual -> course.request(due);
            };
        }

        private static PaymentOption other(PaymentOption option) {
            return option == PaymentOption.CONTRACT
                    ? PaymentOption.EXTERNAL_PAYMENT
                    : PaymentOption.CONTRACT;
        }

        private ChargeParameterDiscoveryReq wrongMode(ChargeParameterDiscoveryReq right) {
            return new ChargeParameterDiscoveryReq(
                    null,
                    alternating
                            ? EnergyTransferMode.DC_EXTENDED
                            : EnergyTransferMode.AC_THREE_PHASE_CORE,
                    right.chargeParameter());
        }

        private static ChargeParameterDiscoveryReq negative(ChargeParameterDiscoveryReq right) {
            return new ChargeParameterDiscoveryReq(
                    null,
                    right.energyTransferMode(),
                    new DcEvChargeParameter(
                            null,
                            Walk.EV,
                            Walk.amps(-100),
                            null,
                            Walk.volts(420),
                            null,
                            null,
                            null,
                            null));
        }

        private static ChargingProfile tooMuch() {
            return new ChargingProfile(
                    List.of(
                            new ProfileEntry(
                                    0,
                                    org.plugcharge.v2g.iso2.PhysicalValue.of(
                                            900_000, UnitSymbol.WATT),
                                    null)));
        }

        private static PowerDeliveryReq stopBecause(String error) {
            DcEvErrorCode code =
                    Stream.of(DcEvErrorCode.values())
                            .filter(known ->
                                    known.name()
                                            .replace("_", "")
                                            .equalsIgnoreCase(error.replace("_", "")))
                            .findFirst()
                            .orElseThrow();
            return new PowerDeliveryReq(
                    ChargeProgress.STOP,
                    1,
                    null,
                    new DcEvPowerDeliveryParameter(new DcEvStatus(true, code, 42), null, true));
        }

        private static ChargeParameterDiscoveryReq asking(
                ChargeParameterDiscoveryReq usual, String given) {
            Long departure = given.contains("departure") ? 7_200L : null;
            Integer most = given.contains("entries") ? 1 : null;
            return new ChargeParameterDiscoveryReq(
                    most,
                    usual.energyTransferMode(),
                    switch (usual.chargeParameter()) {
                        case DcEvChargeParameter dc ->
                                new DcEvChargeParameter(
                                        departure,
                                        dc.evStatus(),
                                        dc.maximumCurrentLimit(),
                                        null,
                                        dc.maximumVoltageLimit(),
                                        null,
                                        null,
                                        null,
                                        null);
                        case org.plugcharge.v2g.iso2.AcEvChargeParameter ac ->
                                new org.plugcharge.v2g.iso2.AcEvChargeParameter(
                                        departure,
                                        ac.energyAmount(),
                                        ac.maxVoltage(),
                                        ac.maxCurrent(),
                                        ac.minCurrent());
                    });
        }

        private List<Output> send(Course course, Iso2Request request) {
            Walk walk = course.walk;
            return switch (row.given()) {
                case "session" -> sendForeign(walk, request);
                case "zero-id" -> walk.input(Walk.received(request, Session.NONE, null));
                case "unknown-id" ->
                        walk.input(
                                Walk.received(
                                        request,
                                        org.plugcharge.exi.Bytes.fromHex("9999999999999999"),
                                        null));
                case "foreign-key" -> walk.input(signed(walk, request, request, false));
                case "body-changed" -> walk.input(signed(walk, request, changed(request), true));
                case String given when given.startsWith("pilot-") -> {
                    walk.pilot =
                            ControlPilot.valueOf(
                                    given.substring("pilot-".length()).split(",", -1)[0]);
                    yield course.send(request);
                }
                case String usual when walk.state instanceof AwaitSessionSetup ->
                        walk.input(
                                Walk.received(
                                        request,
                                        row.story().equals("resumed")
                                                ? Course.PAUSED
                                                : Session.NONE,
                                        null));
                case String given when given.contains("receipt") -> {
                    walk.at = walk.at.plus(Receipts.EVERY);
                    yield course.send(request);
                }
                case String usual -> course.send(request);
            };
        }

        private static List<Output> sendForeign(Walk walk, Iso2Request request) {
            return walk.input(
                    Walk.received(
                            request, org.plugcharge.exi.Bytes.fromHex("ffffffffffffffff"), null));
        }

        /** What was signed may be another body than what is sent. */
        private static Input.Received signed(
                Walk walk, Iso2Request sent, Iso2Request signed, boolean right) {
            Iso2Profile signer =
                    right ? Iso2Profile.CONTRACT_LEAF : Iso2Profile.OEM_PROVISIONING_LEAF;
            Signature signature =
                    MessageSignature.sign(
                            SignatureSuite.ECDSA_SHA256,
                            Receipts.PKI.key(signer)::sign,
                            element(signed));
            return Walk.received(sent, walk.state.session().id(), signature);
        }

        private static SignedElement element(Iso2Request request) {
            return switch (request) {
                case AuthorizationReq asked -> SignedElement.of(asked);
                case MeteringReceiptReq receipt -> SignedElement.of(receipt);
                case Iso2Request other -> throw new AssertionError("nobody signs " + other);
            };
        }

        private static Iso2Request changed(Iso2Request request) {
            return switch (request) {
                case AuthorizationReq _ ->
                        new AuthorizationReq("id1", org.plugcharge.exi.Bytes.of(new byte[16]));
                case MeteringReceiptReq receipt ->
                        new MeteringReceiptReq("id1", receipt.sessionId(), 2, receipt.meterInfo());
                case Iso2Request other -> throw new AssertionError("nobody signs " + other);
            };
        }

        /** Lets back end, contactor and pilot do their part until there is an answer. */
        private Iso2Response await(Course course, Iso2Request request, List<Output> outputs) {
            List<Output> all = outputs;
            Walk walk = course.walk;
            if (walk.state instanceof InstallingCertificate) {
                all = walk.input(new Input.Installed(Optional.of(Deliveries.answer(row))));
            } else if (walk.state instanceof Scheduling) {
                all = schedule(walk, request);
            } else if (walk.state instanceof Renegotiating && !row.due().startsWith("Power")) {
                walk.input(scheduled());
                all = course.send(request);
            } else if (walk.state instanceof ClosingContactor) {
                walk.contactorCloses();
                all = walk.outputs.subList(walk.outputs.size() - 5, walk.outputs.size());
            } else if (walk.state instanceof OpeningContactor) {
                walk.contactor = org.plugcharge.secc.evse.EvseReading.Contactor.OPEN;
                all = walk.input(new Input.HardwareChanged());
            } else if (walk.state instanceof AwaitPilot waiting) {
                Timer timer =
                        waiting.wanted() == AwaitPilot.Wanted.READY
                                ? Timer.CONTROL_PILOT
                                : Timer.PILOT_RELEASE;
                walk.at = walk.at.plus(timer.duration());
                all = walk.input(new Input.Fired(timer));
            }
            return Walk.answer(
                    all.stream().filter(Output.Send.class::isInstance).distinct().toList());
        }

        private List<Output> schedule(Walk walk, Iso2Request request) {
            if (row.given().contains("never-scheduled")) {
                walk.input(new Input.Fired(Timer.SCHEDULE_ANSWER));
                walk.at = walk.at.plus(Timer.SCHEDULE.duration());
                walk.input(new Input.Fired(Timer.SCHEDULE));
                return walk.input(Walk.received(request, walk.state.session().id(), null));
            }
            return walk.input(scheduled());
        }

        private Input scheduled() {
            return new Input.Scheduled(
                    row.given().contains("tariff")
                            ? Optional.of(Schedules.of(Tariffs.offer(Receipts.PKI)))
                            : Optional.empty());
        }

        private Iso2Response afterLongWait(Course course) {
            Walk walk = course.walk;
            walk.at = walk.at.plus(Timer.AUTHORIZATION.duration());
            walk.input(new Input.Fired(Timer.AUTHORIZATION));
            return Walk.answer(
                    walk.input(
                            Walk.received(
                                    new AuthorizationReq(null, null),
                                    walk.state.session().id(),
                                    null)));
        }

        /** After a refusal the station waits a moment for the vehicle to leave, and leaves. */
        private void hangsUp(Walk walk, State before) {
            assertThat(walk.state).isInstanceOf(Ending.class);
            safe(walk, before);
            walk.at = walk.at.plus(Timer.LINGER.duration());
            walk.input(new Input.Fired(Timer.LINGER));
            assertThat(walk.state).isInstanceOf(Closed.class);
            assertThat(walk.outputs.getLast()).isInstanceOf(Output.Close.class);
        }

        private static void safe(Walk walk, State before) {
            if (before instanceof State.Live) {
                assertThat(
                                walk.commands().stream()
                                        .filter(EvseCommand.OpenContactor.class::isInstance))
                        .isNotEmpty();
            }
            assertThat(walk.told().stream().filter(ChargingEvent.Started.class::isInstance).count())
                    .isEqualTo(
                            walk.told().stream()
                                    .filter(ChargingEvent.Ended.class::isInstance)
                                    .count());
        }

        /** What a good answer says beside OK. */
        private void fits(Course course, Iso2Response answer) {
            Walk walk = course.walk;
            switch (answer) {
                case org.plugcharge.v2g.iso2.SessionSetupRes _ -> sessionId(walk);
                case ServiceDiscoveryRes offer -> {
                    assertThat(offer.paymentOptions().options()).contains(course.payment());
                    assertThat(offer.chargeService().serviceId()).isEqualTo(1);
                    assertThat(offer.chargeService().supportedEnergyTransferModes().modes())
                            .contains(walk.parameters().energyTransferMode());
                    if (row.story().equals("resumed")) {
                        assertThat(offer.paymentOptions().options())
                                .containsExactly(course.payment());
                        assertThat(offer.chargeService().supportedEnergyTransferModes().modes())
                                .containsExactly(walk.parameters().energyTransferMode());
                    }
                }
                case ServiceDetailRes detail ->
                        assertThat(detail.parameters() != null)
                                .isEqualTo(row.given().equals("certificate"));
                case PaymentDetailsRes details ->
                        assertThat(details.genChallenge().length()).isEqualTo(16);
                case AuthorizationRes waiting -> {
                    assertThat(waiting.processing())
                            .isEqualTo(
                                    contract
                                            ? EvseProcessing.ONGOING
                                            : EvseProcessing.ONGOING_WAITING_FOR_CUSTOMER);
                    decided(course);
                }
                case ChargeParameterDiscoveryRes offer -> schedules(offer);
                case CableCheckRes check -> cable(course, check);
                case CurrentDemandRes loop -> reading(loop.meterInfo(), loop.receiptRequired());
                case ChargingStatusRes loop -> reading(loop.meterInfo(), loop.receiptRequired());
                case org.plugcharge.v2g.iso2.SessionStopRes _ ->
                        assertThat(walk.state)
                                .isInstanceOfSatisfying(
                                        Ending.class,
                                        ending -> assertThat(ending.orderly()).isTrue());
                case Iso2Response other -> assertThat(walk.state).isNotInstanceOf(Ending.class);
            }
        }

        private void sessionId(Walk walk) {
            assertThat(walk.state.session().id()).isNotEqualTo(Session.NONE);
            assertThat(walk.state.session().id().length()).isEqualTo(8);
            assertThat(walk.state.session().id().equals(Course.PAUSED))
                    .isEqualTo(code() == ResponseCode.OK_OLD_SESSION_JOINED);
        }

        private static void decided(Course course) {
            course.walk.input(new Input.Authorized(new Authorization.Accepted()));
            AuthorizationRes done =
                    (AuthorizationRes) course.walk.send(new AuthorizationReq(null, null));
            assertThat(done.processing()).isEqualTo(EvseProcessing.FINISHED);
        }

        private void schedules(ChargeParameterDiscoveryRes offer) {
            assertThat(offer.processing()).isEqualTo(EvseProcessing.FINISHED);
            SaScheduleList list = (SaScheduleList) Objects.requireNonNull(offer.schedules());
            assertThat(list.tuples()).isNotEmpty();
            if (row.given().contains("entries")) {
                assertThat(list.tuples())
                        .allSatisfy(tuple -> assertThat(tuple.pMaxSchedule().entries()).hasSize(1));
            }
            assertThat(list.tuples())
                    .allSatisfy(tuple ->
                            assertThat(tuple.salesTariff() != null)
                                    .isEqualTo(row.given().contains("tariff")));
            long covered = row.given().contains("departure") ? 7_200 : 86_400;
            assertThat(list.tuples())
                    .allSatisfy(tuple ->
                            assertThat(end(tuple.pMaxSchedule().entries().getLast()))
                                    .isEqualTo(covered));
        }

        private static long end(PMaxScheduleEntry last) {
            org.plugcharge.v2g.iso2.RelativeTimeInterval time =
                    (org.plugcharge.v2g.iso2.RelativeTimeInterval) last.timeInterval();
            return time.start() + Objects.requireNonNull(time.duration());
        }

        private void cable(Course course, CableCheckRes first) {
            assertThat(first.processing()).isEqualTo(EvseProcessing.ONGOING);
            course.walk.isolation = Isolation.VALID;
            CableCheckRes last = (CableCheckRes) course.walk.send(new CableCheckReq(Walk.EV));
            assertThat(last.processing()).isEqualTo(EvseProcessing.FINISHED);
            assertThat(last.responseCode()).isEqualTo(ResponseCode.OK);
        }

        private void reading(
                @org.jspecify.annotations.Nullable MeterInfo meter,
                @org.jspecify.annotations.Nullable Boolean receipt) {
            assertThat(Objects.requireNonNull(meter).reading()).isEqualTo(1_000L);
            assertThat(Boolean.TRUE.equals(receipt)).isEqualTo(row.given().contains("receipt"));
        }
    }

    @org.junit.jupiter.api.Test
    void theLongestAnswerComesBeforeTheVehicleGivesUp() {
        assertThat(Stream.of(Timer.AUTHORIZATION, Timer.SCHEDULE, Timer.CABLE_CHECK))
                .allSatisfy(timer -> assertThat(timer.duration()).isLessThan(LONGEST_ANSWER));
    }
}
