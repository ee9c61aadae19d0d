package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.PreChargeRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.math.BigDecimal;
import java.util.Set;

/**
 * The output follows the battery's voltage until the vehicle closes its contactor and asks for
 * power.
 */
record AwaitPowerStart(Session session, Identification identification)
        implements State, State.Live {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(PreChargeReq.class, PowerDeliveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case PreChargeReq preCharge -> preCharge(preCharge, now);
            case PowerDeliveryReq delivery when delivery.progress() == ChargeProgress.START ->
                    start(delivery, now);
            case PowerDeliveryReq delivery -> withoutPower(delivery, now);
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    Step preCharge(PreChargeReq request, Now now) {
        DcLimits limits = session.station().limits();
        int milliVolts = DcAnswers.milli(request.targetVoltage());
        if (milliVolts < 0 || milliVolts > limits.maximumMilliVolts()) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
                    "a target of " + milliVolts + " mV is out of range",
                    now);
        }
        int milliAmps =
                Math.clamp(DcAnswers.milli(request.targetCurrent()), 0, limits.maximumMilliAmps());
        return Step.to(
                this,
                new Output.Command(new EvseCommand.PreCharge(milliVolts, milliAmps)),
                session.send(
                        new PreChargeRes(
                                ResponseCode.OK,
                                DcAnswers.status(
                                        DcEvseStatusCode.READY, EvseNotification.NONE, now),
                                DcAnswers.volts(now.evse().milliVolts()))));
    }

    private Step start(PowerDeliveryReq request, Now now) {
        if (request.scheduleTupleId() != DcAnswers.SCHEDULE) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_TARIFF_SELECTION_INVALID,
                    "schedule " + request.scheduleTupleId() + " was not offered",
                    now); // [V2G2-479]
        }
        if (request.chargingProfile() != null && exceeds(request.chargingProfile())) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_CHARGING_PROFILE_INVALID,
                    "the charging profile exceeds the schedule",
                    now); // [V2G2-225]
        }
        return Step.to(
                new ClosingContactor(session, identification, request),
                new Output.Command(new EvseCommand.CloseContactor()),
                Session.arm(Timer.CONTACTOR, now));
    }

    private boolean exceeds(ChargingProfile profile) {
        int offered = session.station().offeredWatts();
        return profile.entries().stream()
                .anyMatch(entry ->
                        entry.maxPower().toDecimal().compareTo(BigDecimal.valueOf(offered)) > 0);
    }

    /**
     * The vehicle thought better of it: nothing was started, so nothing is stopped but the
     * pre-charge.
     */
    private Step withoutPower(PowerDeliveryReq request, Now now) {
        State next =
                request.progress() == ChargeProgress.STOP
                        ? new AwaitSessionStop(session)
                        : new AwaitChargeParameters(session, identification);
        return Step.to(
                next,
                new Output.Command(new EvseCommand.OpenContactor()),
                session.send(
                        new PowerDeliveryRes(
                                ResponseCode.OK,
                                DcAnswers.status(
                                        DcEvseStatusCode.NOT_READY, EvseNotification.NONE, now))));
    }
}
