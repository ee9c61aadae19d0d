package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.PreChargeRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.Set;

/**
 * The output follows the battery's voltage until the vehicle closes its contactor and asks for
 * power; {@code late} once it should have been reached.
 */
record AwaitPowerStart(Session session, Agreement.Dc agreement, boolean late)
        implements State, State.Preparing {

    private static final int NEAR_MILLI_VOLTS = 20_000;

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(PreChargeReq.class, PowerDeliveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case PreChargeReq preCharge -> preCharge(preCharge, now);
            case PowerDeliveryReq delivery ->
                    PowerStart.powerDelivery(this, agreement, delivery, input, now);
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    Step preCharge(PreChargeReq request, Now now) {
        DcLimits limits = agreement.limits();
        int milliVolts = Answers.milli(request.targetVoltage());
        if (milliVolts < 0 || milliVolts > limits.maximumMilliVolts()) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
                    "a target of " + milliVolts + " mV is out of range",
                    now);
        }
        if (!now.evse().pilot().ready() || now.evse().fault() != Fault.NONE) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED,
                    "pilot " + now.evse().pilot() + ", fault " + now.evse().fault(),
                    now);
        }
        if (late && Math.abs(now.evse().milliVolts() - milliVolts) > NEAR_MILLI_VOLTS) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED,
                    "the output did not reach the battery's voltage in time",
                    now);
        }
        int milliAmps =
                Math.clamp(Answers.milli(request.targetCurrent()), 0, limits.maximumMilliAmps());
        return Step.to(
                this,
                new Output.Command(new EvseCommand.PreCharge(milliVolts, milliAmps)),
                session.send(
                        new PreChargeRes(
                                ResponseCode.OK,
                                Answers.dcStatus(
                                        DcEvseStatusCode.READY, EvseNotification.NONE, now),
                                Answers.volts(now.evse().milliVolts()))));
    }

    @Override
    public Step happened(Input input, Now now) {
        return input instanceof Input.Fired(Timer timer) && timer == Timer.PRE_CHARGE
                ? Step.to(new AwaitPowerStart(session, agreement, true))
                : Step.to(this);
    }
}
