package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.ResponseCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Energy flows: CurrentDemand goes round; {@code told} is when the meter was last told to the back
 * end.
 */
record Charging(Session session, Agreement agreement, Instant told)
        implements State, State.Watched, State.Energised {

    private static final long MICRO = 1_000_000;

    @Override
    public State in(Session changed) {
        return new Charging(changed, agreement, told);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(CurrentDemandReq.class, PowerDeliveryReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        return switch (request) {
            case CurrentDemandReq demand -> deliver(demand, now);
            case PowerDeliveryReq delivery when delivery.ready() ->
                    Din70121Session.refuse(
                            this,
                            request,
                            ResponseCode.FAILED_SEQUENCE_ERROR,
                            "power was already started",
                            now);
            case PowerDeliveryReq delivery -> stop(delivery, now);
            case Din70121Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    private Step deliver(CurrentDemandReq request, Now now) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output.Command(command(request, now)));
        outputs.add(
                session.send(
                        Answers.currentDemand(
                                Answers.status(
                                        session.stopping()
                                                ? DcEvseStatusCode.SHUTDOWN
                                                : DcEvseStatusCode.READY,
                                        session,
                                        now),
                                session.station().limits(),
                                agreement.watts(now.at()),
                                now)));
        if (now.at().isBefore(told.plus(session.station().meterInterval()))) {
            return new Step(this, outputs);
        }
        outputs.add(new Output.Tell(metered(request.evStatus().soc(), now)));
        return new Step(new Charging(session, agreement, now.at()), outputs);
    }

    /** What the vehicle asks for, within what the outlet can do and what was offered. */
    private EvseCommand command(CurrentDemandReq request, Now now) {
        DcLimits limits = session.station().limits();
        int milliVolts = Answers.within(request.targetVoltage(), limits.maximumMilliVolts());
        int milliAmps = Answers.within(request.targetCurrent(), Answers.available(limits, now));
        long offered = milliVolts == 0 ? 0 : agreement.watts(now.at()) * MICRO / milliVolts;
        return new EvseCommand.Deliver(milliVolts, (int) Math.min(milliAmps, offered));
    }

    private static ChargingEvent metered(int stateOfCharge, Now now) {
        return new ChargingEvent.Metered(
                now.at(),
                now.meter(),
                now.evse().milliVolts(),
                now.evse().milliAmps(),
                stateOfCharge);
    }

    private Step stop(PowerDeliveryReq request, Now now) {
        return Step.to(
                new OpeningContactor(
                        session,
                        request,
                        session.stopping() ? EndReason.STATION : EndReason.VEHICLE),
                new Output.Command(new EvseCommand.OpenContactor()),
                Session.arm(Timer.CONTACTOR, now));
    }

    /**
     * There is no renegotiation in this protocol; the limits in CurrentDemandRes tell the vehicle
     * of another schedule.
     */
    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.SchedulesChanged _ ->
                    Step.to(
                            this,
                            new Output.Schedule(AwaitAuthorization.SOMEBODY, agreement.needs()));
            case Input.Scheduled(Optional<ChargingSchedule> schedule) when schedule.isPresent() ->
                    Step.to(
                            new Charging(
                                    session,
                                    Agreement.of(
                                            session.station(),
                                            agreement.needs(),
                                            schedule,
                                            now.at()),
                                    told));
            case Input other -> Step.to(this);
        };
    }
}
