package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingNeeds;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.EvseProcessing;

import java.util.Optional;
import java.util.Set;

/**
 * The back end was asked for a schedule; {@code request} is answered as soon as it is there, or
 * with Ongoing when that takes too long for one answer.
 */
record Scheduling(Session session, ChargingNeeds needs, ChargeParameterDiscoveryReq request)
        implements State {

    @Override
    public State in(Session changed) {
        return new Scheduling(changed, needs, request);
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
            case Input.Scheduled(Optional<ChargingSchedule> schedule) ->
                    AwaitSchedule.offer(session, needs, schedule, now)
                            .and(new Output.Disarm(Timer.SCHEDULE_ANSWER));
            case Input.Fired(Timer timer) when timer == Timer.SCHEDULE_ANSWER ->
                    Step.to(
                            new AwaitSchedule(session, needs, Optional.empty()),
                            ChargeParameters.answer(
                                    session,
                                    EvseProcessing.ONGOING,
                                    Agreement.of(
                                            session.station(), needs, Optional.empty(), now.at()),
                                    now));
            case Input other -> Step.to(this);
        };
    }
}
