package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.SessionStopRes;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;
import org.plugcharge.v2g.iso2.WeldingDetectionRes;

import java.util.Set;

/**
 * No energy flows any more; with DC the vehicle may look whether its contactor opened. It says
 * good-bye, for ever or until it comes back.
 */
record AwaitSessionStop(Session session, Agreement agreement) implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return switch (agreement) {
            case Agreement.Dc _ -> Set.of(WeldingDetectionReq.class, SessionStopReq.class);
            case Agreement.Ac _ -> Set.of(SessionStopReq.class);
        };
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case Iso2Request _ when !released(now) ->
                    AwaitPilot.until(
                            AwaitPilot.Wanted.RELEASED, this, input, ResponseCode.FAILED, now);
            case WeldingDetectionReq _ -> Step.to(this, session.send(welding(now)));
            case SessionStopReq stop when stop.chargingSession() == ChargingSession.PAUSE ->
                    stop("the vehicle paused the session", now).and(new Output.Keep(paused()));
            case SessionStopReq _ ->
                    stop("the vehicle ended the session", now).and(Iso2Session.unlock(now));
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    /** With DC the vehicle shows B before it goes on [V2G2-848]. */
    private boolean released(Now now) {
        return agreement instanceof Agreement.Ac || AwaitPilot.Wanted.RELEASED.seen(now);
    }

    private PausedSession paused() {
        PaymentOption payment =
                switch (agreement.identification()) {
                    case Identification.External _ -> PaymentOption.EXTERNAL_PAYMENT;
                    case Identification.Contract _ -> PaymentOption.CONTRACT;
                };
        return new PausedSession(session.id(), payment, agreement.mode());
    }

    private static WeldingDetectionRes welding(Now now) {
        return new WeldingDetectionRes(
                ResponseCode.OK,
                Answers.dcStatus(DcEvseStatusCode.NOT_READY, EvseNotification.NONE, now),
                Answers.volts(now.evse().milliVolts()));
    }

    private Step stop(String reason, Now now) {
        return Step.to(
                new Ending(session, reason, true),
                new Output.Disarm(Timer.SEQUENCE),
                session.send(new SessionStopRes(ResponseCode.OK)),
                Session.arm(Timer.LINGER, now));
    }
}
