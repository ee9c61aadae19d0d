package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.Set;

/**
 * The hardware failed while energy flowed: the contactor is open, the vehicle does not know yet.
 */
record Faulted(Session session) implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(CurrentDemandReq.class, PowerDeliveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case CurrentDemandReq _ ->
                    Step.to(
                            this,
                            session.send(
                                    DcAnswers.currentDemand(
                                            ResponseCode.OK, status(now), session.station(), now)));
            case PowerDeliveryReq delivery when delivery.progress() == ChargeProgress.STOP ->
                    Step.to(
                            new AwaitSessionStop(session),
                            session.send(new PowerDeliveryRes(ResponseCode.OK, status(now))));
            case PowerDeliveryReq _ ->
                    Iso2Session.refuse(
                            this,
                            request,
                            ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
                            "the hardware failed",
                            now);
            case Iso2Request stop -> new AwaitSessionStop(session).received(stop, input, now);
        };
    }

    private static DcEvseStatus status(Now now) {
        return DcAnswers.status(DcEvseStatusCode.SHUTDOWN, EvseNotification.STOP_CHARGING, now);
    }
}
