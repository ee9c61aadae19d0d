package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.secc.evse.AcLimits;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.ScheduleOffer;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
import org.plugcharge.v2g.iso2.ChargingStatusRes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** AC: what is offered, what is refused, and when the contactor may close. */
class AlternatingCurrentTest {

    @Test
    void theOutletOffersWhatItsHardwareCan() {
        Walk three = Walk.ac().setup();
        ServiceDiscoveryRes offer =
                (ServiceDiscoveryRes) three.send(new ServiceDiscoveryReq(null, null));
        assertThat(offer.chargeService().supportedEnergyTransferModes().modes())
                .containsExactly(
                        EnergyTransferMode.AC_THREE_PHASE_CORE,
                        EnergyTransferMode.AC_SINGLE_PHASE_CORE);
        Walk one =
                new Walk(Walk.station(true, new AcLimits(1, 230_000, 32_000), StationPolicy.USUAL))
                        .setup();
        ServiceDiscoveryRes less =
                (ServiceDiscoveryRes) one.send(new ServiceDiscoveryReq(null, null));
        assertThat(less.chargeService().supportedEnergyTransferModes().modes())
                .containsExactly(EnergyTransferMode.AC_SINGLE_PHASE_CORE);
    }

    /** [V2G2-476], [V2G2-477] */
    @Test
    void aVehicleThatDoesNotFitIsRefused() {
        assertThat(Walk.ac().authorized().send(Walk.dcParameters()).responseCode())
                .isEqualTo(ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_MODE);
        ChargeParameterDiscoveryReq mixed =
                new ChargeParameterDiscoveryReq(
                        null,
                        EnergyTransferMode.AC_THREE_PHASE_CORE,
                        Walk.dcParameters().chargeParameter());
        assertThat(Walk.ac().authorized().send(mixed).responseCode())
                .isEqualTo(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
        assertThat(Walk.ac().authorized().send(Walk.acParameters(5)).responseCode())
                .isEqualTo(ResponseCode.FAILED_WRONG_CHARGE_PARAMETER);
        assertThat(new Walk().authorized().send(Walk.acParameters(32)).responseCode())
                .isEqualTo(ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_MODE);
    }

    @Test
    void theContactorWaitsForThePilotAndNotForLong() {
        Walk walk = Walk.ac().ready();
        walk.pilot = ControlPilot.B;
        walk.sendUnanswered(Walk.power(ChargeProgress.START));
        assertThat(walk.commands()).isEmpty();
        assertThat(walk.outputs)
                .contains(
                        new Output.Arm(
                                Timer.CONTROL_PILOT, Walk.START.plus(Duration.ofMillis(500))));
        walk.pilot = ControlPilot.C;
        walk.input(new Input.HardwareChanged());
        assertThat(walk.commands()).containsExactly(new EvseCommand.CloseContactor());

        Walk never = Walk.ac().ready();
        never.pilot = ControlPilot.B;
        never.sendUnanswered(Walk.power(ChargeProgress.START));
        assertThat(Walk.answer(never.input(new Input.Fired(Timer.CONTROL_PILOT))).responseCode())
                .isEqualTo(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
        assertThat(never.commands()).doesNotContain(new EvseCommand.CloseContactor());
    }

    @Test
    void theVehicleHearsHowMuchItMayDraw() {
        Walk walk = Walk.ac().authorized();
        walk.sendUnanswered(walk.parameters());
        walk.input(new Input.Scheduled(Optional.of(Schedules.of(ScheduleOffer.constant(11_040)))));
        walk.sendUnanswered(Walk.power(ChargeProgress.START));
        walk.contactor = Contactor.CLOSED;
        walk.input(new Input.HardwareChanged());
        ChargingStatusRes status = (ChargingStatusRes) walk.send(new ChargingStatusReq());
        assertThat(Objects.requireNonNull(status.maxCurrent()).toDecimal())
                .isEqualByComparingTo("16");
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.Allow(16_000));
        assertThat(Objects.requireNonNull(status.meterInfo()).reading()).isEqualTo(1_000);
    }

    @Test
    void aPilotThatGoesBackToBOpensTheContactorAtOnceAndIsAnOrderlyEnd() {
        Walk walk = Walk.ac().charging();
        walk.pilot = ControlPilot.B;
        walk.input(new Input.HardwareChanged());
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
        assertThat(walk.send(Walk.power(ChargeProgress.STOP)).responseCode())
                .isEqualTo(ResponseCode.OK);
        assertThat(walk.send(new SessionStopReq(ChargingSession.TERMINATE)).responseCode())
                .isEqualTo(ResponseCode.OK);
        assertThat(((ChargingEvent.Ended) walk.told().getLast()).reason())
                .isEqualTo(EndReason.VEHICLE);
    }

    @Test
    void aTrippedResidualCurrentDeviceIsSaid() {
        Walk walk = Walk.ac().charging();
        walk.fault = Fault.RESIDUAL_CURRENT;
        walk.input(new Input.HardwareChanged());
        ChargingStatusRes status = (ChargingStatusRes) walk.send(new ChargingStatusReq());
        assertThat(status.evseStatus().rcd()).isTrue();
        assertThat(status.evseStatus().notification()).isEqualTo(EvseNotification.STOP_CHARGING);
    }

    @Test
    void weldingIsNoBusinessOfAc() {
        Walk walk = Walk.ac().stopped();
        assertThat(walk.send(new WeldingDetectionReq(Walk.EV)).responseCode())
                .isEqualTo(ResponseCode.FAILED_SEQUENCE_ERROR);
    }
}
