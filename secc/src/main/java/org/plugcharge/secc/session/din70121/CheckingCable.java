package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.CableCheckRes;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.Set;

/** The isolation of the cable is measured; it must be good before the cable carries voltage. */
record CheckingCable(Session session, Agreement agreement) implements State, State.Watched {

    @Override
    public State in(Session changed) {
        return new CheckingCable(changed, agreement);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(CableCheckReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        if (session.stopping()) {
            return failed(request, "the station was asked to stop", now);
        }
        if (Din70121Session.hindrance(now.evse()).isPresent()) {
            return failed(request, "the hardware reports " + now.evse(), now);
        }
        return switch (now.evse().isolation()) {
            case UNKNOWN, CHECKING -> Step.to(this, ongoing(session, now));
            case VALID, WARNING ->
                    Step.to(
                            new AwaitPreCharge(session, agreement),
                            new Output.Disarm(Timer.CABLE_CHECK),
                            answer(session, EvseProcessing.FINISHED, now));
            case FAULT -> failed(request, "the isolation of the cable is too low", now);
        };
    }

    private static boolean good(Isolation found) {
        return found == Isolation.VALID || found == Isolation.WARNING;
    }

    private Step failed(Din70121Request request, String reason, Now now) {
        return Din70121Session.refuse(this, request, ResponseCode.FAILED, reason, now);
    }

    @Override
    public Step happened(Input input, Now now) {
        return input instanceof Input.Fired(Timer timer)
                        && timer == Timer.CABLE_CHECK
                        && !good(now.evse().isolation())
                ? Din70121Session.interrupt(this, EndReason.FAULT, now)
                : Step.to(this);
    }

    static Output.Send ongoing(Session session, Now now) {
        return answer(session, EvseProcessing.ONGOING, now);
    }

    private static Output.Send answer(Session session, EvseProcessing processing, Now now) {
        DcEvseStatusCode code =
                processing == EvseProcessing.FINISHED
                        ? DcEvseStatusCode.READY
                        : DcEvseStatusCode.ISOLATION_MONITORING_ACTIVE;
        return session.send(
                new CableCheckRes(ResponseCode.OK, Answers.status(code, session, now), processing));
    }
}
