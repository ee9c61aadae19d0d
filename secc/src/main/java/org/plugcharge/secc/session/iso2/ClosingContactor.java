package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Lock;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.util.Set;

/**
 * The contactor was told to close; {@code request} is answered when it has. Where the plug has to
 * be held first, the contactor is not {@code commanded} before it is.
 */
record ClosingContactor(Session session, Choice choice, PowerDeliveryReq request, boolean commanded)
        implements State, State.Live, State.Pending {

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
            case Input.HardwareChanged _ when now.evse().fault() != Fault.NONE ->
                    failed("the hardware reports " + now.evse().fault(), now);
            case Input.HardwareChanged _ when !now.evse().pilot().ready() ->
                    failed("the pilot went to " + now.evse().pilot(), now);
            case Input.HardwareChanged _ when commanded && now.evse().lock() == Lock.UNLOCKED ->
                    failed("the plug is not held", now);
            case Input.HardwareChanged _ when now.evse().contactor() == Contactor.CLOSED ->
                    closed(now);
            case Input.HardwareChanged _ when !commanded && now.evse().lock() == Lock.LOCKED ->
                    Step.to(
                            new ClosingContactor(session, choice, request, true),
                            new Output.Command(new EvseCommand.CloseContactor()));
            case Input.Fired(Timer timer) when timer == Timer.CONTACTOR ->
                    failed(
                            commanded ? "the contactor did not close" : "the plug is not held",
                            now); // [V2G2-862]
            case Input other -> Step.to(this);
        };
    }

    private Step closed(Now now) {
        return Step.to(
                new Charging(session, choice, Loop.begin(now.at())),
                new Output.Disarm(Timer.CONTACTOR),
                new Output.Disarm(Timer.PRE_CHARGE),
                new Output.Tell(
                        new ChargingEvent.Started(now.at(), choice.identification(), now.meter())),
                session.send(
                        new PowerDeliveryRes(
                                ResponseCode.OK,
                                Answers.status(
                                        choice.agreement().limits(),
                                        DcEvseStatusCode.READY,
                                        EvseNotification.NONE,
                                        now))));
    }

    private Step failed(String reason, Now now) {
        return Iso2Session.refuse(this, request, ResponseCode.FAILED_CONTACTOR_ERROR, reason, now);
    }
}
