package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.util.Set;

/**
 * The contactor was told to open; {@code request} is answered when it has, and only then is the end
 * told.
 */
record OpeningContactor(
        Session session, Agreement agreement, PowerDeliveryReq request, EndReason reason)
        implements State, State.Energised {

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
            case Input.HardwareChanged _ when now.evse().contactor() == Contactor.OPEN ->
                    opened(now);
            case Input.Fired(Timer timer) when timer == Timer.CONTACTOR ->
                    Iso2Session.refuse(
                            this,
                            request,
                            ResponseCode.FAILED_CONTACTOR_ERROR,
                            "the contactor did not open",
                            now);
            case Input other -> Step.to(this);
        };
    }

    /** What follows once it is open. */
    Step opened(Now now) {
        return Step.to(
                new AwaitSessionStop(session, agreement),
                new Output.Disarm(Timer.CONTACTOR),
                new Output.Tell(new ChargingEvent.Ended(now.at(), now.meter(), reason)),
                session.send(
                        new PowerDeliveryRes(
                                ResponseCode.OK,
                                Answers.status(
                                        agreement.limits(),
                                        DcEvseStatusCode.NOT_READY,
                                        EvseNotification.NONE,
                                        now))));
    }
}
