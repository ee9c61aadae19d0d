package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.ChargingProfile;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.PreChargeReq;
import org.plugcharge.v2g.din70121.PreChargeRes;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.Set;

/**
 * The output follows the battery's voltage until the vehicle closes its contactor and asks for
 * power; {@code late} once it should have been reached.
 */
record AwaitPowerStart(Session session, Agreement agreement, boolean late)
        implements State, State.Watched {

    private static final int NEAR_MILLI_VOLTS = 20_000;

    @Override
    public State in(Session changed) {
        return new AwaitPowerStart(changed, agreement, late);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(PreChargeReq.class, PowerDeliveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        return switch (request) {
            case PreChargeReq preCharge -> preCharge(preCharge, now);
            case PowerDeliveryReq delivery when delivery.ready() -> start(delivery, now);
            case PowerDeliveryReq _ -> withoutPower(now);
            case Din70121Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    Step preCharge(PreChargeReq request, Now now) {
        DcLimits limits = session.station().limits();
        long milliVolts = Answers.milli(request.targetVoltage());
        if (session.stopping()) {
            return refuse(request, ResponseCode.FAILED, "the station was asked to stop", now);
        }
        if (milliVolts < 0 || milliVolts > limits.maximumMilliVolts()) {
            return refuse(
                    request,
                    ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
                    "a target of " + milliVolts + " mV is out of range",
                    now);
        }
        if (late && Math.abs(now.evse().milliVolts() - milliVolts) > NEAR_MILLI_VOLTS) {
            return refuse(
                    request,
                    now.evse().milliVolts() < milliVolts
                            ? ResponseCode.FAILED_EVSE_PRESENT_VOLTAGE_TOO_LOW
                            : ResponseCode.FAILED,
                    "the output did not reach the battery's voltage in time",
                    now);
        }
        int milliAmps = Answers.within(request.targetCurrent(), limits.maximumMilliAmps());
        return Step.to(
                this,
                new Output.Command(new EvseCommand.PreCharge((int) milliVolts, milliAmps)),
                session.send(
                        new PreChargeRes(
                                ResponseCode.OK,
                                Answers.status(DcEvseStatusCode.READY, session, now),
                                Answers.volts(now.evse().milliVolts()))));
    }

    /**
     * No profile is a profile too. One that asks for more than was offered is not refused: vehicles
     * in the field send such, and the output keeps within the schedule whatever they ask for.
     */
    private Step start(PowerDeliveryReq request, Now now) {
        ChargingProfile profile = request.chargingProfile();
        if (profile != null && profile.scheduleTupleId() != agreement.schedule().id()) {
            return refuse(
                    request,
                    ResponseCode.FAILED_TARIFF_SELECTION_INVALID,
                    "schedule " + profile.scheduleTupleId() + " was not offered",
                    now); // [V2G-DC-400]
        }
        if (session.stopping() || Din70121Session.hindrance(now.evse()).isPresent()) {
            return refuse(
                    request,
                    ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
                    session.stopping()
                            ? "the station was asked to stop"
                            : "the hardware reports " + now.evse(),
                    now); // [V2G-DC-401]
        }
        return Step.to(
                new ClosingContactor(session, agreement, request),
                new Output.Command(new EvseCommand.CloseContactor()),
                Session.arm(Timer.CONTACTOR, now));
    }

    /** The vehicle thought better of it: nothing was started but the pre-charge. */
    private Step withoutPower(Now now) {
        return Step.to(
                new AwaitSessionStop(session),
                new Output.Command(new EvseCommand.OpenContactor()),
                new Output.Disarm(Timer.PRE_CHARGE),
                session.send(
                        new PowerDeliveryRes(
                                ResponseCode.OK,
                                Answers.status(DcEvseStatusCode.NOT_READY, session, now))));
    }

    private Step refuse(Din70121Request request, ResponseCode code, String reason, Now now) {
        return Din70121Session.refuse(this, request, code, reason, now);
    }

    @Override
    public Step happened(Input input, Now now) {
        return input instanceof Input.Fired(Timer timer) && timer == Timer.PRE_CHARGE
                ? Step.to(new AwaitPowerStart(session, agreement, true))
                : Step.to(this);
    }
}
