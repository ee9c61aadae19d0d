package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.time.Instant;
import java.util.Set;

/**
 * Energy flows.
 *
 * @param told when the meter was last told to the back end
 * @param stopping whether the vehicle is being asked to stop
 */
record Charging(Session session, Identification identification, Instant told, boolean stopping)
        implements State, State.Energised {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(CurrentDemandReq.class, PowerDeliveryReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case CurrentDemandReq demand -> deliver(demand, now);
            case PowerDeliveryReq delivery when delivery.progress() == ChargeProgress.START ->
                    Iso2Session.refuse(
                            this,
                            request,
                            ResponseCode.FAILED_SEQUENCE_ERROR,
                            "power was already started",
                            now);
            case PowerDeliveryReq delivery -> open(delivery, now);
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    private Step deliver(CurrentDemandReq request, Now now) {
        Output command = new Output.Command(target(request));
        Output answer =
                session.send(
                        DcAnswers.currentDemand(
                                ResponseCode.OK, status(now), session.station(), now));
        if (now.at().isBefore(told.plus(session.station().meterInterval()))) {
            return Step.to(this, command, answer);
        }
        Output metered =
                new Output.Tell(
                        new ChargingEvent.Metered(
                                now.at(),
                                now.meter(),
                                now.evse().milliVolts(),
                                now.evse().milliAmps(),
                                request.evStatus().soc()));
        return Step.to(
                new Charging(session, identification, now.at(), stopping),
                command,
                answer,
                metered);
    }

    /** What the vehicle asks for, within what the outlet can do and what was offered. */
    private EvseCommand target(CurrentDemandReq request) {
        DcLimits limits = session.station().limits();
        int milliVolts =
                Math.clamp(DcAnswers.milli(request.targetVoltage()), 0, limits.maximumMilliVolts());
        int wanted =
                Math.clamp(DcAnswers.milli(request.targetCurrent()), 0, limits.maximumMilliAmps());
        long offered =
                milliVolts == 0
                        ? wanted
                        : session.station().offeredWatts() * 1_000_000L / milliVolts;
        return new EvseCommand.Deliver(milliVolts, (int) Math.min(wanted, offered));
    }

    private DcEvseStatus status(Now now) {
        return stopping
                ? DcAnswers.status(DcEvseStatusCode.SHUTDOWN, EvseNotification.STOP_CHARGING, now)
                : DcAnswers.status(DcEvseStatusCode.READY, EvseNotification.NONE, now);
    }

    private Step open(PowerDeliveryReq request, Now now) {
        return Step.to(
                new OpeningContactor(
                        session,
                        identification,
                        request,
                        stopping ? EndReason.STATION : EndReason.VEHICLE),
                new Output.Command(new EvseCommand.OpenContactor()),
                Session.arm(Timer.CONTACTOR, now));
    }

    @Override
    public Step happened(Input input, Now now) {
        return input instanceof Input.StopRequested
                ? Step.to(new Charging(session, identification, told, true))
                : Step.to(this);
    }

    /** The contactor opens at once; the vehicle hears of it with the next answer. */
    Step faulted(Now now) {
        EndReason reason =
                now.evse().fault() == Fault.EMERGENCY_STOP
                        ? EndReason.EMERGENCY_STOP
                        : EndReason.FAULT;
        return Step.to(
                new Faulted(session),
                new Output.Command(new EvseCommand.OpenContactor()),
                new Output.Tell(new ChargingEvent.Ended(now.at(), now.meter(), reason)));
    }
}
