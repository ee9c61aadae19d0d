package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.ResponseCode;

import java.util.Set;

/** The contactor was told to close; {@code request} is answered when it has. */
record ClosingContactor(Session session, Agreement agreement, PowerDeliveryReq request)
        implements State, State.Live {

    @Override
    public State in(Session changed) {
        return new ClosingContactor(changed, agreement, request);
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
            case Input.HardwareChanged _ when Din70121Session.hindrance(now.evse()).isPresent() ->
                    failed("the hardware reports " + now.evse(), now);
            case Input.HardwareChanged _ when now.evse().contactor() == Contactor.CLOSED ->
                    closed(now);
            case Input.Fired(Timer timer) when timer == Timer.CONTACTOR ->
                    failed("the contactor did not close", now);
            case Input other -> Step.to(this);
        };
    }

    private Step closed(Now now) {
        return Step.to(
                new Charging(session, agreement, now.at()),
                new Output.Disarm(Timer.CONTACTOR),
                new Output.Disarm(Timer.PRE_CHARGE),
                new Output.Tell(
                        new ChargingEvent.Started(
                                now.at(), AwaitAuthorization.SOMEBODY, now.meter())),
                session.send(
                        new PowerDeliveryRes(
                                ResponseCode.OK,
                                Answers.status(DcEvseStatusCode.READY, session, now))));
    }

    private Step failed(String reason, Now now) {
        return Din70121Session.refuse(
                this, request, ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED, reason, now);
    }
}
