package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.Set;

/** The vehicle knows what an AC outlet offers; it asks for power when it likes. */
record AwaitAcPowerStart(Session session, Agreement.Ac agreement) implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(PowerDeliveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return PowerStart.powerDelivery(this, agreement, (PowerDeliveryReq) request, input, now);
    }
}
