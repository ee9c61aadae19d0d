package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.PreChargeReq;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.Set;

/** The cable is good; the vehicle names the voltage of its battery. */
record AwaitPreCharge(Session session, Agreement agreement) implements State, State.Watched {

    @Override
    public State in(Session changed) {
        return new AwaitPreCharge(changed, agreement);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(PreChargeReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        Step step =
                new AwaitPowerStart(session, agreement, false)
                        .preCharge((PreChargeReq) request, now);
        return step.next() instanceof AwaitPowerStart
                ? step.and(Session.arm(Timer.PRE_CHARGE, now))
                : step;
    }
}
