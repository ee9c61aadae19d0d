package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.Set;

/** The cable is good; the vehicle names the voltage of its battery. */
record AwaitPreCharge(Session session, Agreement.Dc agreement) implements State, State.Preparing {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(PreChargeReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        Step step =
                new AwaitPowerStart(session, agreement, false)
                        .preCharge((PreChargeReq) request, now);
        return step.next() instanceof AwaitPowerStart
                ? step.and(Session.arm(Timer.PRE_CHARGE, now))
                : step;
    }
}
