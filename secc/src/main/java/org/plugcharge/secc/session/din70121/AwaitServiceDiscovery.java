package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.ServiceDiscoveryReq;
import org.plugcharge.v2g.din70121.ServiceDiscoveryRes;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.Set;

/** The vehicle has a session id and knows no service yet. */
record AwaitServiceDiscovery(Session session) implements State {

    @Override
    public State in(Session changed) {
        return new AwaitServiceDiscovery(changed);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(ServiceDiscoveryReq.class, SessionStopReq.class);
    }

    /** There are no other services in this protocol. */
    @Override
    public Step received(Din70121Request request, Now now) {
        return Step.to(
                new AwaitPaymentSelection(session),
                session.send(
                        new ServiceDiscoveryRes(
                                ResponseCode.OK, Offer.PAYMENT, Offer.CHARGING, null)));
    }
}
