package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.Set;

/** The vehicle has a session id and knows no service yet. */
record AwaitServiceDiscovery(Session session) implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(ServiceDiscoveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        Iso2Station station = session.station();
        return Step.to(
                new AwaitPaymentSelection(session),
                session.send(
                        new ServiceDiscoveryRes(
                                ResponseCode.OK,
                                Services.payment(session),
                                Services.charging(session),
                                Services.others(
                                        station, ((ServiceDiscoveryReq) request).category()))));
    }
}
