package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.ResponseCode;

import java.util.Set;

/**
 * The contactor was told to open; {@code request} is answered when it has, and only then is the end
 * told.
 */
record OpeningContactor(Session session, PowerDeliveryReq request, EndReason reason)
        implements State, State.Energised {

    @Override
    public State in(Session changed) {
        return new OpeningContactor(changed, request, reason);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of();
    }

    @Override
    public Step received(Din70121Request unexpected, Now now) {
        throw new IllegalStateException("nothing is expected here: " + unexpected);
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.HardwareChanged _ when now.evse().contactor() == Contactor.OPEN ->
                    opened(now);
            case Input.Fired(Timer timer) when timer == Timer.CONTACTOR ->
                    Din70121Session.refuse(
                            this, request, ResponseCode.FAILED, "the contactor did not open", now);
            case Input other -> Step.to(this);
        };
    }

    private Step opened(Now now) {
        return Step.to(
                new AwaitSessionStop(session),
                new Output.Disarm(Timer.CONTACTOR),
                new Output.Tell(new ChargingEvent.Ended(now.at(), now.meter(), reason)),
                session.send(
                        new PowerDeliveryRes(
                                ResponseCode.OK,
                                Answers.status(DcEvseStatusCode.NOT_READY, session, now))));
    }
}
