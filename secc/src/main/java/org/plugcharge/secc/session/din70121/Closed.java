package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Request;

import java.util.Set;

/** The session is over; nothing follows. */
record Closed(Session session, String reason) implements State {

    @Override
    public State in(Session changed) {
        return new Closed(changed, reason);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of();
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        return Step.to(this);
    }
}
