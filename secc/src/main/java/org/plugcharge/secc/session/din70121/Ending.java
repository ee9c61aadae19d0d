package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Request;

import java.util.Set;

/**
 * The last answer was given; the vehicle should end the connection. {@code reason} says why the
 * session ended, {@code orderly} whether the vehicle wanted it to.
 */
record Ending(Session session, String reason, boolean orderly) implements State {

    @Override
    public State in(Session changed) {
        return new Ending(changed, reason, orderly);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of();
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        return closed(now);
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.Received _, Input.LinkLost _ -> closed(now);
            case Input.Fired(Timer timer) when timer == Timer.LINGER -> closed(now);
            case Input.Fired _,
                    Input.Authorized _,
                    Input.Scheduled _,
                    Input.SchedulesChanged _,
                    Input.HardwareChanged _,
                    Input.StopRequested _ ->
                    Step.to(this);
        };
    }

    private Step closed(Now now) {
        return Step.to(
                new Closed(session, reason),
                new Output.Disarm(Timer.LINGER),
                new Output.Tell(new ChargingEvent.Disconnected(now.at())),
                new Output.Close(reason, orderly));
    }
}
