package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.SessionStopRes;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;
import org.plugcharge.v2g.iso2.WeldingDetectionRes;

import java.util.Set;

/**
 * No energy flows any more; the vehicle may look whether its contactor opened, and says good-bye.
 */
record AwaitSessionStop(Session session) implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(WeldingDetectionReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case WeldingDetectionReq _ -> Step.to(this, session.send(welding(now)));
            case SessionStopReq _ -> stop(now);
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    private WeldingDetectionRes welding(Now now) {
        return new WeldingDetectionRes(
                ResponseCode.OK,
                DcAnswers.status(DcEvseStatusCode.NOT_READY, EvseNotification.NONE, now),
                DcAnswers.volts(now.evse().milliVolts()));
    }

    private Step stop(Now now) {
        return Step.to(
                new Ending(session, "the vehicle ended the session", true),
                new Output.Disarm(Timer.SEQUENCE),
                session.send(new SessionStopRes(ResponseCode.OK)),
                Session.arm(Timer.LINGER, now));
    }
}
