package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.util.Set;

/**
 * The vehicle sent a request before its pilot showed what goes with it; it has a moment to do so.
 *
 * @param before where the session stood, and takes the request again once the pilot fits
 * @param wanted what the pilot has to show
 * @param otherwise the answer if it does not
 */
record AwaitPilot(State before, Input.Received input, Wanted wanted, ResponseCode otherwise)
        implements State, State.Live, State.Pending {

    /** What goes with a request. */
    enum Wanted {
        /** C or D: the vehicle is ready for energy [V2G2-847]. */
        READY(Timer.CONTROL_PILOT),
        /** B: the vehicle takes no more energy [V2G2-848]. */
        RELEASED(Timer.PILOT_RELEASE);

        private final Timer timer;

        Wanted(Timer timer) {
            this.timer = timer;
        }

        boolean seen(Now now) {
            return switch (this) {
                case READY -> now.evse().pilot().ready();
                case RELEASED -> now.evse().pilot().released();
            };
        }
    }

    /** Where a session goes whose pilot does not fit yet. */
    static Step until(
            Wanted wanted, State before, Input.Received input, ResponseCode otherwise, Now now) {
        return Step.to(
                new AwaitPilot(before, input, wanted, otherwise), Session.arm(wanted.timer, now));
    }

    @Override
    public Session session() {
        return before.session();
    }

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of();
    }

    @Override
    public Step received(Iso2Request unexpected, Input.Received message, Now now) {
        throw new IllegalStateException("nothing is expected here: " + unexpected);
    }

    @Override
    public Step happened(Input happened, Now now) {
        return switch (happened) {
            case Input.HardwareChanged _
                    when wanted == Wanted.READY && now.evse().fault() != Fault.NONE ->
                    Iso2Session.refuse(
                            this,
                            request(),
                            otherwise,
                            "the hardware reports " + now.evse().fault(),
                            now);
            case Input.HardwareChanged _ when wanted.seen(now) ->
                    before.received(request(), input, now).and(new Output.Disarm(wanted.timer));
            case Input.Fired(Timer timer) when timer == wanted.timer ->
                    Iso2Session.refuse(
                            this,
                            request(),
                            otherwise,
                            "the pilot stayed at " + now.evse().pilot(),
                            now);
            case Input other -> Step.to(this);
        };
    }

    @Override
    public Iso2Request request() {
        if (input.message().body().element() instanceof Iso2Request request) {
            return request;
        }
        throw new IllegalStateException("not a request: " + input.message());
    }
}
