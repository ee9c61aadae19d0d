package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Lock;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The isolation of the cable must be good before it carries voltage. */
record AwaitCableCheck(Session session, Agreement.Dc agreement, Progress progress)
        implements State, State.Preparing {

    /** How far the measurement is. */
    enum Progress {
        /** Nobody has asked yet. */
        DUE,
        /** Commanded; the result shows in the hardware's reading. */
        MEASURING,
        /** It took too long; the next request is refused. */
        LATE
    }

    static AwaitCableCheck due(Session session, Agreement.Dc agreement) {
        return new AwaitCableCheck(session, agreement, Progress.DUE);
    }

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(CableCheckReq.class, SessionStopReq.class);
    }

    @Override
    public boolean begun() {
        return progress != Progress.DUE;
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        if (now.evse().fault() != Fault.NONE) {
            return failed(request, "the hardware reports " + now.evse().fault(), now);
        }
        return switch (progress) {
            case DUE ->
                    now.evse().pilot().ready()
                            ? begin(now)
                            : AwaitPilot.until(
                                    AwaitPilot.Wanted.READY, this, input, ResponseCode.FAILED, now);
            case MEASURING -> look(request, now);
            case LATE -> failed(request, "no isolation result in time", now);
        };
    }

    private Step begin(Now now) {
        List<Output> outputs = new ArrayList<>();
        if (now.evse().lock() == Lock.UNLOCKED) {
            outputs.add(new Output.Command(new EvseCommand.LockConnector()));
        }
        outputs.add(new Output.Command(new EvseCommand.CheckCable()));
        outputs.add(Session.arm(Timer.CABLE_CHECK, now));
        outputs.add(ongoing(session, now));
        return new Step(new AwaitCableCheck(session, agreement, Progress.MEASURING), outputs);
    }

    private Step look(Iso2Request request, Now now) {
        if (!now.evse().pilot().ready()) {
            return failed(request, "the pilot went to " + now.evse().pilot(), now);
        }
        if (now.evse().lock() == Lock.UNLOCKED) {
            return Step.to(this, ongoing(session, now));
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
                ? Step.to(
                        new AwaitCableCheck(session, agreement, Progress.LATE),
                        new Output.Command(new EvseCommand.OpenContactor()))
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
