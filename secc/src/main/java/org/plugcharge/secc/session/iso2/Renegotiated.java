package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.util.Set;

/**
 * The vehicle knows its new schedules, the contactor is still closed. With AC it goes on under one
 * of them; with DC it checks the cable again, or, where the operator lets it, goes on too: vehicles
 * of one large maker do.
 */
record Renegotiated(Charging charging, Agreement agreement) implements State, State.Flowing {

    @Override
    public Session session() {
        return charging.session();
    }

    @Override
    public Choice choice() {
        return charging.choice();
    }

    @Override
    public boolean stopping() {
        return charging.stopping();
    }

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return switch (agreement) {
            case Agreement.Dc _ -> Set.of(CableCheckReq.class, PowerDeliveryReq.class);
            case Agreement.Ac _ -> Set.of(PowerDeliveryReq.class);
        };
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case CableCheckReq _ when agreement instanceof Agreement.Dc dc -> checkAgain(dc, now);
            case PowerDeliveryReq delivery -> powerDelivery(delivery, now);
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    /** The cable can only be checked without voltage: this charge ends, and begins anew. */
    private Step checkAgain(Agreement.Dc dc, Now now) {
        return Step.to(
                AwaitCableCheck.due(session(), dc),
                new Output.Command(new EvseCommand.OpenContactor()),
                new Output.Tell(new ChargingEvent.Ended(now.at(), now.meter(), EndReason.VEHICLE)),
                AwaitCableCheck.ongoing(session(), now));
    }

    private Step powerDelivery(PowerDeliveryReq request, Now now) {
        return switch (request.progress()) {
            case STOP -> charging.powerDelivery(request, now);
            case RENEGOTIATE ->
                    Iso2Session.refuse(
                            this,
                            request,
                            ResponseCode.FAILED,
                            "the vehicle renegotiates what it has not begun",
                            now);
            case START -> start(request, now);
        };
    }

    private Step start(PowerDeliveryReq request, Now now) {
        if (agreement instanceof Agreement.Dc && session().station().policy().cableCheckAgain()) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_SEQUENCE_ERROR,
                    "expected CableCheckReq, got PowerDeliveryReq",
                    now); // [V2G2-565]
        }
        return PowerStart.choose(this, agreement, request, now, choice -> goOn(choice, now));
    }

    private Step goOn(Choice chosen, Now now) {
        return Step.to(
                new Charging(session(), chosen, charging.loop().wishing(EvseNotification.NONE)),
                session()
                        .send(
                                new PowerDeliveryRes(
                                        ResponseCode.OK,
                                        Answers.status(
                                                agreement.limits(),
                                                DcEvseStatusCode.READY,
                                                EvseNotification.NONE,
                                                now))));
    }

    @Override
    public Step happened(Input input, Now now) {
        return input instanceof Input.StopRequested
                ? Step.to(
                        new Renegotiated(
                                charging.wishing(EvseNotification.STOP_CHARGING), agreement))
                : Step.to(this);
    }
}
