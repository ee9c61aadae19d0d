package org.plugcharge.secc.session.din70121;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.v2g.din70121.AcEvChargeParameter;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.CableCheckRes;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.CurrentDemandRes;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.EvseNotification;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.EvseSupportedEnergyTransfer;
import org.plugcharge.v2g.din70121.IsolationLevel;
import org.plugcharge.v2g.din70121.PMaxScheduleEntry;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.RelativeTimeInterval;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SaScheduleList;
import org.plugcharge.v2g.din70121.ServiceDiscoveryReq;
import org.plugcharge.v2g.din70121.ServiceDiscoveryRes;
import org.plugcharge.v2g.din70121.SessionSetupReq;
import org.plugcharge.v2g.din70121.SessionSetupRes;
import org.plugcharge.v2g.din70121.SessionStopReq;
import org.plugcharge.v2g.din70121.SessionStopRes;
import org.plugcharge.v2g.din70121.UnitSymbol;
import org.plugcharge.v2g.din70121.V2gMessage;
import org.plugcharge.v2g.din70121.WeldingDetectionReq;
import org.plugcharge.v2g.din70121.WeldingDetectionRes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a vehicle hears, and what is done for it, step by step. */
class Din70121SessionTest {

    @Test
    void aWholeSessionEndsInOrder() {
        Walk walk = new Walk().charging();
        walk.send(Walk.demand(120));
        walk.ask(Walk.power(false));
        walk.contactor = Contactor.OPEN;
        walk.input(new Input.HardwareChanged());
        walk.send(new WeldingDetectionReq(Walk.EV));
        assertThat(walk.send(new SessionStopReq())).isEqualTo(new SessionStopRes(ResponseCode.OK));
        walk.input(new Input.LinkLost("closed by the vehicle"));

        assertThat(walk.outputs.getLast())
                .isEqualTo(new Output.Close("the vehicle ended the session", true));
        assertThat(walk.told().stream().map(Object::getClass).map(Class::getSimpleName))
                .containsExactly("Connected", "Started", "Ended", "Disconnected");
        assertThat(walk.commands())
                .containsExactly(
                        new EvseCommand.CheckCable(),
                        new EvseCommand.PreCharge(400_000, 2_000),
                        new EvseCommand.CloseContactor(),
                        new EvseCommand.Deliver(400_000, 120_000),
                        new EvseCommand.OpenContactor());
        assertThat(walk.oscillatorStops()).containsExactly(Duration.ofMillis(1_500));
    }

    /** The oscillator stops without delay after a failure, and nobody stops it for a lost link. */
    @Test
    void theOscillatorStopsAtOnceAfterAFailure() {
        Walk walk = new Walk().charging();
        assertThat(walk.oscillatorStops()).isEmpty();
        walk.send(new WeldingDetectionReq(Walk.EV));
        walk.input(new Input.Fired(Timer.LINGER));
        assertThat(walk.state).isInstanceOf(Closed.class);
        assertThat(walk.oscillatorStops()).containsExactly(Duration.ZERO);
        Walk lost = new Walk().charging();
        lost.input(new Input.LinkLost("test"));
        assertThat(lost.oscillatorStops()).isEmpty();
    }

    @Test
    void everyVehicleGetsANewIdThatIsNotZero() {
        Walk walk = new Walk();
        SessionSetupRes answer =
                (SessionSetupRes)
                        walk.send(
                                new SessionSetupReq(Bytes.fromHex("02aabbccddee")),
                                Bytes.fromHex("1122334455667788"));
        assertThat(answer.responseCode()).isEqualTo(ResponseCode.OK_NEW_SESSION_ESTABLISHED);
        assertThat(answer.evseId()).isEqualTo(Bytes.fromHex("49a89a6360"));
        assertThat(walk.state.session().id().length()).isEqualTo(8);
        assertThat(walk.state.session().id())
                .isNotEqualTo(Session.NONE)
                .isNotEqualTo(Bytes.fromHex("1122334455667788"));
    }

    /** The example of DIN SPEC 91286, and what is no such id. */
    @ParameterizedTest
    @CsvSource({
        "49*89*6360, 49a89a6360",
        "+49*89*6360, 49a89a6360",
        "DE*PLC*E00001, 00",
        "49*89*636, 00",
        "49, 00",
        "49**6360, 00",
        "'', 00"
    })
    void theIdOfTheConnectorIsHexadecimal(String text, String octets) {
        assertThat(DinEvseId.of(text)).isEqualTo(Bytes.fromHex(octets));
    }

    @Test
    void anIdThatIsTooLongIsNone() {
        assertThat(DinEvseId.of("49*89*" + "1".repeat(60))).isEqualTo(DinEvseId.NONE);
    }

    /** [V2G-DC-628], [V2G-DC-629] */
    @Test
    void directCurrentIsOfferedAndIdentificationAtTheStation() {
        ServiceDiscoveryRes answer =
                (ServiceDiscoveryRes) new Walk().setup().send(new ServiceDiscoveryReq(null, null));
        assertThat(answer.paymentOptions().options())
                .containsExactly(PaymentOption.EXTERNAL_PAYMENT);
        assertThat(answer.chargeService().energyTransfer())
                .isEqualTo(EvseSupportedEnergyTransfer.DC_EXTENDED);
        assertThat(answer.chargeService().tag().name()).isNull();
        assertThat(answer.chargeService().tag().scope()).isNull();
        assertThat(answer.services()).isNull();
    }

    /** [V2G-DC-395] */
    @Test
    void aContractIsRefused() {
        assertThat(
                        new Walk()
                                .discovered()
                                .send(Walk.select(PaymentOption.CONTRACT, 1))
                                .responseCode())
                .isEqualTo(ResponseCode.FAILED_PAYMENT_SELECTION_INVALID);
    }

    /** [V2G-DC-396], [V2G-DC-635] */
    @Test
    void nothingButTheChargeServiceMayBeSelected() {
        for (Integer[] services : List.of(new Integer[] {2}, new Integer[] {1, 3})) {
            Walk walk = new Walk().discovered();
            assertThat(
                            walk.send(Walk.select(PaymentOption.EXTERNAL_PAYMENT, services))
                                    .responseCode())
                    .isEqualTo(ResponseCode.FAILED_SERVICE_SELECTION_INVALID);
            assertThat(walk.state).isInstanceOf(Ending.class);
        }
    }

    @Test
    void theVehicleWaitsForSomebodyToIdentify() {
        Walk walk = new Walk().selected();
        ContractAuthenticationReq ask = new ContractAuthenticationReq(null, null);
        assertThat(walk.send(ask))
                .isEqualTo(new ContractAuthenticationRes(ResponseCode.OK, EvseProcessing.ONGOING));
        assertThat(walk.outputs).contains(new Output.Authorize(AwaitAuthorization.SOMEBODY));
        assertThat(walk.send(ask))
                .isEqualTo(new ContractAuthenticationRes(ResponseCode.OK, EvseProcessing.ONGOING));
        walk.input(new Input.Authorized(new Authorization.Accepted()));
        assertThat(walk.send(ask))
                .isEqualTo(new ContractAuthenticationRes(ResponseCode.OK, EvseProcessing.FINISHED));
    }

    @Test
    void whoIsNotKnownIsRefusedAndSoIsSilence() {
        for (Input input :
                List.of(
                        new Input.Authorized(
                                new Authorization.Rejected(
                                        Authorization.Refusal.REFUSED, "unknown")),
                        new Input.Fired(Timer.AUTHORIZATION),
                        new Input.StopRequested())) {
            Walk walk = new Walk().selected();
            walk.send(new ContractAuthenticationReq(null, null));
            walk.input(input);
            assertThat(walk.send(new ContractAuthenticationReq(null, null)).responseCode())
                    .isEqualTo(ResponseCode.FAILED);
            assertThat(walk.state).isInstanceOf(Ending.class);
        }
    }

    /** What the back end said holds, however long the vehicle takes to ask for it. */
    @Test
    void anAnswerThatCameInTimeHoldsWhenTheTimerRunsOut() {
        Walk walk = new Walk().selected();
        ContractAuthenticationReq ask = new ContractAuthenticationReq(null, null);
        walk.send(ask);
        walk.input(new Input.Authorized(new Authorization.Accepted()));
        walk.input(new Input.Fired(Timer.AUTHORIZATION));
        assertThat(walk.send(ask).responseCode()).isEqualTo(ResponseCode.OK);

        Walk offered = new Walk().waitingForSchedule();
        offered.input(new Input.Scheduled(Optional.of(ChargingSchedule.wholeDay(9, 11_000))));
        offered.input(new Input.Fired(Timer.SCHEDULE));
        offered.send(Walk.parameters());
        assertThat(entries(offered).getFirst().pMax()).isEqualTo(11_000);
    }

    /** The vehicle hears why in the next answer; the output is dead by then. */
    @Test
    void anIsolationTestThatDoesNotEndIsToldWithTheNextAnswer() {
        Walk walk = new Walk().checkingCable();
        walk.input(new Input.Fired(Timer.CABLE_CHECK));
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
        assertThat(walk.send(new CableCheckReq(Walk.EV)).responseCode())
                .isEqualTo(ResponseCode.FAILED);
    }

    /** The vehicle gives up 150 s after SessionSetupRes. */
    @Test
    void allWaitsOfTheStationEndBeforeTheVehicleGivesUp() {
        Duration all =
                Timer.AUTHORIZATION
                        .duration()
                        .plus(Timer.SCHEDULE.duration())
                        .plus(Timer.CABLE_CHECK.duration())
                        .plus(Timer.PRE_CHARGE.duration())
                        .plus(Timer.CONTACTOR.duration());
        assertThat(all).isLessThan(Duration.ofSeconds(150));
    }

    /** [V2G-DC-397] */
    @Test
    void anotherEnergyTransferIsRefused() {
        assertThat(
                        new Walk()
                                .authorized()
                                .send(
                                        Walk.parameters(
                                                EvRequestedEnergyTransfer.AC_SINGLE_PHASE_CORE,
                                                420))
                                .responseCode())
                .isEqualTo(ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_TYPE);
    }

    /** [V2G-DC-398] */
    @Test
    void aVehicleThatDoesNotFitIsRefused() {
        ChargeParameterDiscoveryReq alternating =
                new ChargeParameterDiscoveryReq(
                        EvRequestedEnergyTransfer.DC_EXTENDED,
                        new AcEvChargeParameter(
                                0, Walk.volts(1), Walk.volts(400), Walk.amps(32), Walk.amps(6)));
        for (ChargeParameterDiscoveryReq request :
                List.of(alternating, Walk.parameters(EvRequestedEnergyTransfer.DC_EXTENDED, 100))) {
            assertThat(new Walk().authorized().send(request).responseCode())
                    .isEqualTo(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
        }
    }

    /** 16 bits of watts: 32,767 W and no more can be said in a schedule. */
    @Test
    void theStationsOwnPowerLastsADay() {
        Walk walk = new Walk().agreed();
        assertThat(entries(walk))
                .containsExactly(
                        new PMaxScheduleEntry(new RelativeTimeInterval(0, 86_400L), 32_767));
    }

    private static List<PMaxScheduleEntry> entries(Walk walk) {
        return walk.outputs.stream()
                .filter(Output.Send.class::isInstance)
                .map(sent -> ((Output.Send) sent).message().body().element())
                .filter(ChargeParameterDiscoveryRes.class::isInstance)
                .map(res -> (ChargeParameterDiscoveryRes) res)
                .map(res -> ((SaScheduleList) res.schedules()).tuples().getFirst())
                .reduce((first, last) -> last)
                .orElseThrow()
                .pMaxSchedule()
                .entries();
    }

    /** What is left out of a long schedule is not exceeded either. */
    @Test
    void aLongScheduleIsToldInFiveEntries() {
        List<ChargingSchedule.Step> steps =
                IntStream.range(0, 8)
                        .mapToObj(i ->
                                new ChargingSchedule.Step(
                                        Duration.ofMinutes(i), 20_000 - 2_000 * i))
                        .toList();
        Walk walk =
                new Walk()
                        .agreed(
                                Optional.of(
                                        new ChargingSchedule(
                                                4, steps, Duration.ofHours(1), Optional.empty())));
        List<PMaxScheduleEntry> entries = entries(walk);
        assertThat(entries).hasSize(5);
        assertThat(entries.getLast())
                .isEqualTo(new PMaxScheduleEntry(new RelativeTimeInterval(240, 3_360L), 6_000));
    }

    @Test
    void aSlowBackEndIsWaitedForAWhile() {
        Walk walk = new Walk().waitingForSchedule();
        ChargeParameterDiscoveryRes waiting =
                (ChargeParameterDiscoveryRes) walk.send(Walk.parameters());
        assertThat(waiting.processing()).isEqualTo(EvseProcessing.ONGOING);
        walk.input(new Input.Fired(Timer.SCHEDULE));
        assertThat(((ChargeParameterDiscoveryRes) walk.send(Walk.parameters())).processing())
                .isEqualTo(EvseProcessing.FINISHED);
    }

    /** [V2G-DC-547] */
    @Test
    void theCableIsMeasuredOnlyOnceThePilotShowsC() {
        Walk walk = new Walk().agreed();
        walk.pilot = ControlPilot.B;
        assertThat(((CableCheckRes) walk.send(new CableCheckReq(Walk.EV))).processing())
                .isEqualTo(EvseProcessing.ONGOING);
        assertThat(walk.commands()).isEmpty();
        walk.happens(() -> walk.pilot = ControlPilot.C);
        assertThat(walk.commands()).containsExactly(new EvseCommand.CheckCable());
        walk.isolation = Isolation.WARNING;
        CableCheckRes done = (CableCheckRes) walk.send(new CableCheckReq(Walk.EV));
        assertThat(done.processing()).isEqualTo(EvseProcessing.FINISHED);
        assertThat(done.evseStatus().isolationStatus()).isEqualTo(IsolationLevel.WARNING);
        assertThat(done.evseStatus().statusCode()).isEqualTo(DcEvseStatusCode.READY);
    }

    @Test
    void aPilotThatStaysAtBEndsTheCableCheck() {
        Walk walk = new Walk().agreed();
        walk.pilot = ControlPilot.B;
        walk.send(new CableCheckReq(Walk.EV));
        walk.input(new Input.Fired(Timer.CONTROL_PILOT));
        assertThat(walk.send(new CableCheckReq(Walk.EV)).responseCode())
                .isEqualTo(ResponseCode.FAILED);
        assertThat(walk.commands()).doesNotContain(new EvseCommand.CheckCable());
    }

    @Test
    void aBadCableIsNotCharged() {
        Walk walk = new Walk().checkingCable();
        walk.happens(() -> walk.isolation = Isolation.FAULT);
        CableCheckRes answer = (CableCheckRes) walk.send(new CableCheckReq(Walk.EV));
        assertThat(answer.responseCode()).isEqualTo(ResponseCode.FAILED);
        assertThat(answer.evseStatus().isolationStatus()).isEqualTo(IsolationLevel.FAULT);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
    }

    @Test
    void aVoltageThatIsNotReachedInTimeIsRefused() {
        Walk walk = new Walk().preCharged();
        walk.input(new Input.Fired(Timer.PRE_CHARGE));
        assertThat(walk.send(Walk.preCharge(410)).responseCode()).isEqualTo(ResponseCode.OK);
        assertThat(walk.send(Walk.preCharge(350)).responseCode()).isEqualTo(ResponseCode.FAILED);
        Walk low = new Walk().preCharged();
        low.input(new Input.Fired(Timer.PRE_CHARGE));
        assertThat(low.send(Walk.preCharge(421)).responseCode())
                .isEqualTo(ResponseCode.FAILED_EVSE_PRESENT_VOLTAGE_TOO_LOW);
    }

    @Test
    void aVoltageOutOfRangeIsRefused() {
        for (int volts : List.of(-1, 1_001)) {
            assertThat(new Walk().cableChecked().send(Walk.preCharge(volts)).responseCode())
                    .isEqualTo(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
        }
    }

    /** [V2G-DC-400] */
    @Test
    void aScheduleThatWasNotOfferedIsRefused() {
        assertThat(new Walk().preCharged().send(Walk.power(2, 10_000)).responseCode())
                .isEqualTo(ResponseCode.FAILED_TARIFF_SELECTION_INVALID);
        assertThat(new Walk().preCharged().ask(Walk.power(1, 32_767)).state)
                .isInstanceOf(ClosingContactor.class);
    }

    /** [V2G-DC-401] */
    @Test
    void powerThatCantBeAppliedIsRefused() {
        Walk stopped = new Walk().preCharged();
        stopped.input(new Input.StopRequested());
        Walk late = new Walk().closingContactor();
        Walk broken = new Walk().closingContactor();
        assertThat(
                        List.of(
                                stopped.send(Walk.power(true)),
                                Walk.answer(late.input(new Input.Fired(Timer.CONTACTOR))),
                                failing(broken)))
                .allSatisfy(answer ->
                        assertThat(answer.responseCode())
                                .isEqualTo(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED));
    }

    private static org.plugcharge.v2g.din70121.Din70121Response failing(Walk walk) {
        walk.fault = Fault.MALFUNCTION;
        return Walk.answer(walk.input(new Input.HardwareChanged()));
    }

    /** A DIN vehicle waits 2 s for PowerDeliveryRes. */
    @Test
    void theContactorHasLessTimeThanTheVehicleWaits() {
        assertThat(Timer.CONTACTOR.duration()).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void noMoreIsDeliveredThanOfferedAndPossible() {
        Walk walk = new Walk().charging();
        walk.send(Walk.demand(400, 500)); // 200 kW, 150 kW are offered
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.Deliver(400_000, 375_000));
        walk.send(Walk.demand(2_000, 900)); // 1000 V and 500 A at most
        assertThat(walk.commands().getLast())
                .isEqualTo(new EvseCommand.Deliver(1_000_000, 150_000));
        walk.send(Walk.demand(-5, -5));
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.Deliver(0, 0));
    }

    @Test
    void aHotConnectorDeliversAndPromisesLess() {
        Walk walk = new Walk().charging();
        walk.availableMilliAmps = 60_000;
        CurrentDemandRes answer = (CurrentDemandRes) walk.send(Walk.demand(300));
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.Deliver(400_000, 60_000));
        assertThat(answer.maximumCurrentLimit()).isEqualTo(PhysicalValue.of(60, UnitSymbol.AMPERE));
        assertThat(answer.currentLimitAchieved()).isTrue();
    }

    /** 32,767,000 V in mV is more than an int holds. */
    @Test
    void theLargestNumbersOfAMessageDoNoHarm() {
        Walk walk = new Walk().charging();
        walk.send(Walk.demand(32_767_000, 32_767_000));
        assertThat(walk.commands().getLast())
                .isEqualTo(new EvseCommand.Deliver(1_000_000, 150_000));
        assertThat(new Walk().cableChecked().send(Walk.preCharge(4_294_967)).responseCode())
                .isEqualTo(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
    }

    @Test
    void anotherScheduleShowsInTheLimits() {
        Walk walk = new Walk().charging();
        assertThat(walk.input(new Input.SchedulesChanged()))
                .hasSize(1)
                .first()
                .isInstanceOf(Output.Schedule.class);
        walk.input(new Input.Scheduled(Optional.of(ChargingSchedule.wholeDay(1, 20_000))));
        CurrentDemandRes answer = (CurrentDemandRes) walk.send(Walk.demand(200));
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.Deliver(400_000, 50_000));
        assertThat(answer.maximumPowerLimit()).isEqualTo(PhysicalValue.of(20_000, UnitSymbol.WATT));
    }

    @Test
    void theMeterIsToldAsOftenAsItShould() {
        Walk walk = new Walk().charging();
        walk.send(Walk.demand(100));
        assertThat(walk.told()).noneMatch(ChargingEvent.Metered.class::isInstance);
        walk.at = walk.at.plusSeconds(5);
        walk.send(Walk.demand(100));
        assertThat(walk.told().getLast())
                .isEqualTo(
                        new ChargingEvent.Metered(
                                walk.at, walk.now().meter(), 400_000, 100_000, 42));
    }

    @Test
    void aStationThatWantsToStopSaysSoAndTheVehicleStops() {
        Walk walk = new Walk().charging();
        walk.input(new Input.StopRequested());
        CurrentDemandRes answer = (CurrentDemandRes) walk.send(Walk.demand(100));
        assertThat(answer.responseCode()).isEqualTo(ResponseCode.OK);
        assertThat(answer.evseStatus().notification()).isEqualTo(EvseNotification.STOP_CHARGING);
        assertThat(answer.evseStatus().statusCode()).isEqualTo(DcEvseStatusCode.SHUTDOWN);
        walk.ask(Walk.power(false)).happens(() -> walk.contactor = Contactor.OPEN);
        assertThat(walk.told().getLast())
                .isEqualTo(new ChargingEvent.Ended(walk.at, walk.now().meter(), EndReason.STATION));
    }

    @Test
    void anEmergencyStopOpensAtOnceAndTheVehicleHearsOfItWithTheNextAnswer() {
        Walk walk = new Walk().charging();
        walk.happens(() -> walk.fault = Fault.EMERGENCY_STOP);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
        assertThat(walk.told().getLast())
                .isEqualTo(
                        new ChargingEvent.Ended(
                                walk.at, walk.now().meter(), EndReason.EMERGENCY_STOP));
        CurrentDemandRes answer = (CurrentDemandRes) walk.send(Walk.demand(100));
        assertThat(answer.evseStatus().statusCode()).isEqualTo(DcEvseStatusCode.EMERGENCY_SHUTDOWN);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
        assertThat(((PowerDeliveryRes) walk.send(Walk.power(false))).responseCode())
                .isEqualTo(ResponseCode.OK);
        assertThat(walk.send(new SessionStopReq()).responseCode()).isEqualTo(ResponseCode.OK);
    }

    @Test
    void anIsolationFaultWhileChargingOpensTheContactor() {
        Walk walk = new Walk().charging();
        walk.happens(() -> walk.isolation = Isolation.FAULT);
        assertThat(walk.state).isInstanceOf(Interrupted.class);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
    }

    @Test
    void aPilotThatLeavesCOpensTheContactorAndPowerDoesNotComeBack() {
        Walk walk = new Walk().charging();
        walk.happens(() -> walk.pilot = ControlPilot.B);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
        walk.happens(() -> walk.pilot = ControlPilot.C);
        assertThat(walk.send(Walk.power(true)).responseCode())
                .isEqualTo(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
    }

    @Test
    void aContactorThatDoesNotOpenIsTold() {
        Walk walk = new Walk().openingContactor();
        assertThat(Walk.answer(walk.input(new Input.Fired(Timer.CONTACTOR))).responseCode())
                .isEqualTo(ResponseCode.FAILED);
        assertThat(walk.told().getLast()).isInstanceOf(ChargingEvent.Ended.class);
    }

    @Test
    void theVehicleLooksForWeldedContacts() {
        WeldingDetectionRes answer =
                (WeldingDetectionRes) new Walk().stopped().send(new WeldingDetectionReq(Walk.EV));
        assertThat(answer.presentVoltage().toDecimal()).isEqualByComparingTo("400");
    }

    @Test
    void aVehicleMayThinkBetterOfIt() {
        Walk walk = new Walk().preCharged();
        assertThat(walk.send(Walk.power(false)).responseCode()).isEqualTo(ResponseCode.OK);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
        assertThat(walk.told()).noneMatch(ChargingEvent.Started.class::isInstance);
    }

    @Test
    void aResponseIsNoRequest() {
        Walk walk = new Walk().charging();
        walk.input(
                new Input.Received(
                        V2gMessage.of(
                                walk.state.session().id(), new SessionStopRes(ResponseCode.OK))));
        assertThat(walk.state).isInstanceOf(Closed.class);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
    }

    @Test
    void everyAnswerArmsTheWaitForTheNextRequest() {
        Walk walk = new Walk().charging();
        walk.outputs.clear();
        walk.send(Walk.demand(100));
        assertThat(walk.outputs.getLast())
                .isEqualTo(new Output.Arm(Timer.SEQUENCE, walk.at.plusSeconds(60)));
        walk.input(new Input.Fired(Timer.SEQUENCE));
        assertThat(walk.state).isInstanceOf(Closed.class);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
    }
}
