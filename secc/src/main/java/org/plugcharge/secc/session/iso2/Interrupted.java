package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
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
 * Energy stopped to flow before the vehicle said so: the hardware failed, or the pilot left C and
 * D. The contactor is open, the vehicle may not know yet.
 */
record Interrupted(Session session, Choice choice) implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return switch (choice.agreement()) {
            case Agreement.Dc _ ->
                    Set.of(CurrentDemandReq.class, PowerDeliveryReq.class, SessionStopReq.class);
            case Agreement.Ac _ ->
                    Set.of(ChargingStatusReq.class, PowerDeliveryReq.class, SessionStopReq.class);
        };
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case CurrentDemandReq _ when choice.agreement() instanceof Agreement.Dc dc ->
                    Step.to(
                            this,
                            session.send(
                                    Answers.currentDemand(
                                            ResponseCode.OK,
                                            status(now),
                                            session.station().evseId(),
                                            choice,
                                            dc.limits(),
                                            null,
                                            now)));
            case ChargingStatusReq _ when choice.agreement() instanceof Agreement.Ac ac ->
                    Step.to(
                            this,
                            session.send(
                                    Answers.chargingStatus(
                                            ResponseCode.OK,
                                            Answers.acStatus(EvseNotification.STOP_CHARGING, now),
                                            session.station().evseId(),
                                            choice,
                                            ac,
                                            null,
                                            now)));
            case PowerDeliveryReq delivery when delivery.progress() == ChargeProgress.STOP ->
                    Step.to(
                            new AwaitSessionStop(session, choice.agreement()),
                            session.send(
                                    new PowerDeliveryRes(
                                            ResponseCode.OK,
                                            Answers.status(
                                                    choice.agreement().limits(),
                                                    DcEvseStatusCode.SHUTDOWN,
                                                    EvseNotification.STOP_CHARGING,
                                                    now))));
            case PowerDeliveryReq _ ->
                    Iso2Session.refuse(
                            this,
                            request,
                            ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
                            "energy no longer flows",
                            now);
            case Iso2Request stop ->
                    new AwaitSessionStop(session, choice.agreement()).received(stop, input, now);
        };
    }

    private static DcEvseStatus status(Now now) {
        return Answers.dcStatus(DcEvseStatusCode.SHUTDOWN, EvseNotification.STOP_CHARGING, now);
    }
}
