package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.Set;

/**
 * The isolation of the cable must be good before it carries voltage; {@code begun} once the
 * measurement was commanded.
 */
record AwaitCableCheck(Session session, Agreement.Dc agreement, boolean begun)
        implements State, State.Live {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(CableCheckReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        if (!begun) {
            return Step.to(
                    new AwaitCableCheck(session, agreement, true),
                    new Output.Command(new EvseCommand.CheckCable()),
                    Session.arm(Timer.CABLE_CHECK, now),
                    ongoing(session, now));
        }
        if (now.evse().fault() != Fault.NONE) {
            return failed(request, "the hardware reports " + now.evse().fault(), now);
        }
        return switch (now.evse().isolation()) {
            case UNKNOWN, CHECKING -> Step.to(this, ongoing(session, now));
            case VALID, WARNING ->
                    Step.to(
                            new AwaitPreCharge(session, agreement),
                            new Output.Disarm(Timer.CABLE_CHECK),
                            answer(session, EvseProcessing.FINISHED, now));
            case FAULT -> failed(request, "the isolation of the cable is too low", now);
        };
    }

    @Override
    public Step happened(Input input, Now now) {
        return input instanceof Input.Fired(Timer timer) && timer == Timer.CABLE_CHECK
                ? Iso2Session.close(this, "no isolation result in time", EndReason.FAULT, now)
                : Step.to(this);
    }

    private Step failed(Iso2Request request, String reason, Now now) {
        return Iso2Session.refuse(this, request, ResponseCode.FAILED, reason, now);
    }

    static Output.Send ongoing(Session session, Now now) {
        return answer(session, EvseProcessing.ONGOING, now);
    }

    private static Output.Send answer(Session session, EvseProcessing processing, Now now) {
        DcEvseStatusCode code =
                processing == EvseProcessing.FINISHED
                        ? DcEvseStatusCode.READY
                        : DcEvseStatusCode.ISOLATION_MONITORING_ACTIVE;
        return session.send(
                new CableCheckRes(
                        ResponseCode.OK,
                        Answers.dcStatus(code, EvseNotification.NONE, now),
                        processing));
    }
}
