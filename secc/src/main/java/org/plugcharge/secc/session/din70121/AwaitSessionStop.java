package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SessionStopReq;
import org.plugcharge.v2g.din70121.WeldingDetectionReq;
import org.plugcharge.v2g.din70121.WeldingDetectionRes;

import java.util.Set;

/** No energy flows any more; the vehicle may look whether its contactor opened, and leaves. */
record AwaitSessionStop(Session session) implements State {

    @Override
    public State in(Session changed) {
        return new AwaitSessionStop(changed);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(WeldingDetectionReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        return Step.to(
                this,
                session.send(
                        new WeldingDetectionRes(
                                ResponseCode.OK,
                                Answers.status(DcEvseStatusCode.NOT_READY, session, now),
                                Answers.volts(now.evse().milliVolts()))));
    }
}
