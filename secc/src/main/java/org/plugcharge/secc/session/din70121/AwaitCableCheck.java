package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.Set;

/**
 * The cable is not measured before the pilot shows C or D [V2G-DC-547]; {@code asked} once the
 * vehicle wants it measured, which gives it a moment to show them.
 */
record AwaitCableCheck(Session session, Agreement agreement, boolean asked) implements State {

    @Override
    public State in(Session changed) {
        return new AwaitCableCheck(changed, agreement, asked);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(CableCheckReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        if (session.stopping()) {
            return Din70121Session.refuse(
                    this, request, ResponseCode.FAILED, "the station was asked to stop", now);
        }
        if (asked) {
            return Step.to(this, CheckingCable.ongoing(session, now));
        }
        Step step =
                now.evse().pilot().ready()
                        ? measure()
                        : Step.to(
                                new AwaitCableCheck(session, agreement, true),
                                Session.arm(Timer.CONTROL_PILOT, now));
        return step.and(Session.arm(Timer.CABLE_CHECK, now), CheckingCable.ongoing(session, now));
    }

    private Step measure() {
        return Step.to(
                new CheckingCable(session, agreement),
                new Output.Command(new EvseCommand.CheckCable()));
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.HardwareChanged _ when asked && now.evse().pilot().ready() ->
                    measure().and(new Output.Disarm(Timer.CONTROL_PILOT));
            case Input.Fired(Timer timer) when timer == Timer.CONTROL_PILOT ->
                    Step.to(new Interrupted(session, expected(), EndReason.VEHICLE));
            case Input other -> Step.to(this);
        };
    }
}
