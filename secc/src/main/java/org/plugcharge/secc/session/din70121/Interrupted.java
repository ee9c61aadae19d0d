package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.PreChargeReq;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.HashSet;
import java.util.Set;

/**
 * The hardware failed, or the pilot left C and D, before the vehicle said anything. The contactor
 * is open, the vehicle may not know yet.
 *
 * @param before the requests that it may still come with
 */
record Interrupted(Session session, Set<Class<? extends Din70121Request>> before, EndReason reason)
        implements State {

    /** Copies the set. */
    Interrupted {
        before = Set.copyOf(before);
    }

    @Override
    public State in(Session changed) {
        return new Interrupted(changed, before, reason);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        Set<Class<? extends Din70121Request>> expected = new HashSet<>(before);
        expected.add(SessionStopReq.class);
        return Set.copyOf(expected);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        return switch (request) {
            case CurrentDemandReq _ ->
                    Step.to(
                            this,
                            session.send(
                                    Answers.currentDemand(
                                            Answers.status(
                                                    DcEvseStatusCode.SHUTDOWN, session.stop(), now),
                                            session.station().limits(),
                                            0,
                                            now)));
            case PowerDeliveryReq delivery when !delivery.ready() ->
                    Step.to(
                            new AwaitSessionStop(session),
                            session.send(
                                    new PowerDeliveryRes(
                                            ResponseCode.OK,
                                            Answers.status(
                                                    DcEvseStatusCode.SHUTDOWN,
                                                    session.stop(),
                                                    now))));
            case PowerDeliveryReq _ ->
                    refuse(request, ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, now);
            case CableCheckReq _, PreChargeReq _ -> refuse(request, ResponseCode.FAILED, now);
            case Din70121Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    private Step refuse(Din70121Request request, ResponseCode code, Now now) {
        return Din70121Session.refuse(
                this,
                request,
                code,
                reason == EndReason.VEHICLE
                        ? "the pilot did not stay at C or D"
                        : "the station can't go on: " + reason,
                now);
    }
}
