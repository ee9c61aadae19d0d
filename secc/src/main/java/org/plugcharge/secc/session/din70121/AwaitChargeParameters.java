package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingNeeds;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.Set;

/** Charging is authorised; what the vehicle needs is not known yet. */
record AwaitChargeParameters(Session session) implements State {

    @Override
    public State in(Session changed) {
        return new AwaitChargeParameters(changed);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(ChargeParameterDiscoveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        ChargeParameterDiscoveryReq discovery = (ChargeParameterDiscoveryReq) request;
        return ChargeParameters.flaw(discovery, session.station().limits())
                .map(flaw -> Din70121Session.refuse(this, request, flaw.code(), flaw.reason(), now))
                .orElseGet(() -> ask(discovery, now));
    }

    private Step ask(ChargeParameterDiscoveryReq request, Now now) {
        ChargingNeeds needs = ChargeParameters.needs(request, session.station().limits());
        return Step.to(
                new Scheduling(session, needs, request),
                new Output.Schedule(AwaitAuthorization.SOMEBODY, needs),
                Session.arm(Timer.SCHEDULE_ANSWER, now),
                Session.arm(Timer.SCHEDULE, now));
    }
}
