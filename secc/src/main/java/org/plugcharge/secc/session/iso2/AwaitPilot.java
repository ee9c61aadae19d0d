package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.util.Set;

/** The vehicle asked for power before its pilot showed C or D; it has a moment to do so. */
record AwaitPilot(Session session, Choice choice, PowerDeliveryReq request)
        implements State, State.Live {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of();
    }

    @Override
    public Step received(Iso2Request unexpected, Input.Received input, Now now) {
        throw new IllegalStateException("nothing is expected here: " + unexpected);
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.HardwareChanged _ when now.evse().pilot().ready() ->
                    PowerStart.command(session, choice, request, now)
                            .and(new Output.Disarm(Timer.CONTROL_PILOT));
            case Input.Fired(Timer timer) when timer == Timer.CONTROL_PILOT ->
                    Iso2Session.refuse(
                            this,
                            request,
                            ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
                            "the pilot stayed at " + now.evse().pilot(),
                            now);
            case Input other -> Step.to(this);
        };
    }
}
