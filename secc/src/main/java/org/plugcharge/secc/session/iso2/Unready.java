package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.util.Set;

/**
 * While the output got ready, the vehicle's pilot left C and D or the hardware failed: the output
 * is off, and the vehicle hears of it with its next request.
 *
 * @param before where the session stood
 * @param reason what happened
 */
record Unready(State before, String reason) implements State {

    @Override
    public Session session() {
        return before.session();
    }

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return before.expected();
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        boolean stops =
                request instanceof PowerDeliveryReq delivery
                        && delivery.progress() == ChargeProgress.STOP;
        return stops
                ? before.received(request, input, now)
                : Iso2Session.refuse(this, request, ResponseCode.FAILED, reason, now);
    }
}
