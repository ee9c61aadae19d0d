package org.plugcharge.secc.session.din70121;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SessionSetupReq;
import org.plugcharge.v2g.din70121.SessionSetupRes;

import java.util.Set;

/** Nothing was said yet. Whatever id the vehicle names, it gets a new one: there is no pause. */
record AwaitSessionSetup(Session session) implements State {

    private static final int SESSION_ID_OCTETS = 8;

    @Override
    public State in(Session changed) {
        return new AwaitSessionSetup(changed);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(SessionSetupReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        Session opened = session.named(freshId(now));
        return Step.to(
                new AwaitServiceDiscovery(opened),
                new Output.Disarm(Timer.COMMUNICATION_SETUP),
                new Output.Tell(new ChargingEvent.Connected(now.at())),
                opened.send(
                        new SessionSetupRes(
                                ResponseCode.OK_NEW_SESSION_ESTABLISHED,
                                session.station().evseId(),
                                now.at().getEpochSecond())));
    }

    /** Never zero: zero means "no session". */
    private static Bytes freshId(Now now) {
        Bytes id = now.entropy().octets(SESSION_ID_OCTETS);
        return id.equals(Session.NONE) ? freshId(now) : id;
    }
}
