package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;

import java.util.Set;

/** The session is over; nothing follows. */
record Closed(Session session, String reason) implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of();
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return Step.to(this);
    }
}
